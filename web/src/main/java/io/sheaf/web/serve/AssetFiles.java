package io.sheaf.web.serve;

import io.sheaf.engine.plan.Digest;
import io.sheaf.web.Assets;
import io.sheaf.web.Html;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files that pages use, under addresses that change with their content. Immutable.
final class AssetFiles {
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<Html> head = new ArrayList<>();

  AssetFiles() throws IOException {
    style("sheaf.css", "sheaf.css");
    style("figure.css", "figure.css");
    style("uplot.css", "vendor/uplot.css");
    script("uplot.js", "vendor/uplot.js");
    script("stream.js", "serve/stream.js");
    script("curves.js", "serve/curves.js");
    script("live.js", "serve/live.js");
    files.put("icon.svg", Assets.bytes("icon.svg"));
    head.add(
        Html.tag(
            "link", Html.attribute("rel", "icon"), Html.attribute("href", "/assets/icon.svg")));
  }

  private void style(String name, String resource) throws IOException {
    head.add(
        Html.tag(
            "link",
            Html.attribute("rel", "stylesheet"),
            Html.attribute("href", address(name, resource))));
  }

  private void script(String name, String resource) throws IOException {
    head.add(
        Html.tag(
            "script", Html.attribute("src", address(name, resource)), Html.attribute("defer", "")));
  }

  private String address(String name, String resource) throws IOException {
    byte[] content = Assets.bytes(resource);
    files.put(name, content);
    return "/assets/" + name + "?" + Digest.of(content).substring(0, 8);
  }

  /// What pages have in their head.
  List<Html> head() {
    return head;
  }

  Answer answer(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw Refusal.notFound("there is no such file");
    }
    String type = name.endsWith(".css") ? CSS : name.endsWith(".svg") ? "image/svg+xml" : SCRIPT;
    return Answer.asset(type, content);
  }
}
