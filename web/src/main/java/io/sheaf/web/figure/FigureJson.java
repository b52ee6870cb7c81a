package io.sheaf.web.figure;

import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Points;
import io.sheaf.engine.chapter.Figure.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A figure as maps and lists, for `report.json`. What is no number is null.
public final class FigureJson {
  private FigureJson() {}

  public static Map<String, @Nullable Object> of(Figure figure) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("kind", kind(figure));
    facts.put("title", figure.caption().title());
    facts.put("note", figure.caption().note());
    switch (figure) {
      case Figure.Histogram one -> {
        facts.put("x", one.axis());
        facts.put("low", one.low());
        facts.put("high", one.high());
        facts.put("series", series(one.series()));
      }
      case Figure.Bars one -> {
        facts.put("x", one.axis());
        facts.put("labels", one.labels());
        facts.put("series", series(one.series()));
      }
      case Figure.Scatter one -> {
        facts.put("x", one.x());
        facts.put("y", one.y());
        facts.put("series", points(one.series()));
      }
      case Figure.Lines one -> {
        facts.put("x", one.x());
        facts.put("y", one.y());
        facts.put("series", points(one.series()));
      }
      case Figure.Timeline one -> {
        facts.put("x", one.axis());
        facts.put("end", one.end());
        facts.put("lanes", one.lanes().stream().map(FigureJson::lane).toList());
      }
      case Figure.Matrix one -> {
        facts.put("x", one.axis());
        facts.put("from", one.from());
        facts.put("to", one.to());
        facts.put(
            "values",
            one.values().stream().map(List::<Object>copyOf).map(FigureJson::row).toList());
      }
      case Figure.Grids one ->
          facts.put(
              "grids",
              one.grids().stream()
                  .map(grid -> Map.of("title", grid.title(), "cells", grid.cells()))
                  .toList());
      case Figure.Passages one ->
          facts.put("passages", one.passages().stream().map(FigureJson::passage).toList());
      case Figure.Listing one -> {
        facts.put("columns", one.columns());
        facts.put("rows", one.rows().stream().map(FigureJson::row).toList());
      }
    }
    return facts;
  }

  /// The word for a kind of figure.
  static String kind(Figure figure) {
    return figure.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static List<Object> series(List<Series> series) {
    List<Object> all = new ArrayList<>();
    series.forEach(one -> all.add(named(one.name(), "values", one.values())));
    return all;
  }

  private static List<Object> points(List<Points> series) {
    List<Object> all = new ArrayList<>();
    for (Points one : series) {
      List<Object> points = new ArrayList<>();
      one.points().forEach(point -> points.add(row(List.of(point.x(), point.y(), point.label()))));
      all.add(named(one.name(), "points", points));
    }
    return all;
  }

  private static Map<String, Object> lane(Figure.Lane lane) {
    List<Object> spans = new ArrayList<>();
    lane.spans()
        .forEach(
            one -> spans.add(List.of(one.from(), one.to(), one.kind(), one.share(), one.label())));
    return named(lane.name(), "spans", spans);
  }

  private static Map<String, Object> passage(Figure.Passage passage) {
    List<Object> fragments = new ArrayList<>();
    passage
        .fragments()
        .forEach(
            one ->
                fragments.add(List.of(one.text(), one.emphasis().name().toLowerCase(Locale.ROOT))));
    return named(passage.title(), "fragments", fragments);
  }

  private static Map<String, Object> named(String name, String what, List<?> content) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", name);
    facts.put(what, content);
    return facts;
  }

  private static List<@Nullable Object> row(List<@Nullable Object> cells) {
    List<@Nullable Object> row = new ArrayList<>();
    cells.forEach(
        cell -> row.add(cell instanceof Double number && !Double.isFinite(number) ? null : cell));
    return row;
  }
}
