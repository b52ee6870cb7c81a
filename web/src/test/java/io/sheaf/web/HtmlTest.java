package io.sheaf.web;

import static io.sheaf.web.Html.attribute;
import static io.sheaf.web.Html.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
  @Test
  void textIsEscapedAndMarkupIsNot() {
    assertThat(tag("p", "a < b & \"c\" 'd'", tag("b", "e")).markup())
        .isEqualTo("<p>a &lt; b &amp; &quot;c&quot; &#39;d&#39;<b>e</b></p>");
    assertThat(tag("a", attribute("title", "\"><script>"), "x").markup())
        .isEqualTo("<a title=\"&quot;&gt;&lt;script&gt;\">x</a>");
    assertThat(tag("ul", List.of(tag("li", 1), tag("li", "<"))).markup())
        .isEqualTo("<ul><li>1</li><li>&lt;</li></ul>");
  }

  /// Two rectangles stand beside each other, not inside.
  @Test
  void elementsWithoutContentEndAtOnce() {
    assertThat(tag("svg", tag("rect"), tag("rect")).markup())
        .isEqualTo("<svg><rect/><rect/></svg>");
  }

  @Test
  void controlSequencesAreShown() {
    assertThat(Html.escaped("\u001b[2J\u001b]0;x\u0007 \u0000\u007f\r\u009b1m"))
        .isEqualTo("^[[2J^[]0;x^G ^@^?^M⟨U+009B⟩1m");
    assertThat(Html.escaped("two\nlines\tand a tab")).isEqualTo("two\nlines\tand a tab");
  }

  @Test
  void nothingChangesDirectionOrHides() {
    assertThat(Html.escaped("a\u202egpj.exe")).isEqualTo("a⟨U+202E⟩gpj.exe");
    assertThat(Html.escaped("a\u200bb\ufeff")).isEqualTo("a⟨U+200B⟩b⟨U+FEFF⟩");
    assertThat(Html.escaped("\ud83d\ude00 \ud83d")).isEqualTo("\ud83d\ude00 \ufffd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "//elsewhere", "http://elsewhere", "data:text/html,x", ""})
  void linksStayOnTheServer(String address) {
    assertThatThrownBy(() -> attribute("href", address))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "style", "a b", "\"", ""})
  void attributesNeitherRunNorPaint(String name) {
    assertThatThrownBy(() -> attribute(name, "x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTableHasACaptionAndHeads() {
    HtmlTable table =
        new HtmlTable(
            "Sizes", List.of(HtmlTable.Column.text("Name"), HtmlTable.Column.number("Bytes")));
    assertThat(table.row("<a>", 3).html().markup())
        .contains("<caption>Sizes</caption>", "scope=\"col\" class=\"number\">Bytes")
        .contains("<th scope=\"row\" class=\"text\">&lt;a&gt;</th><td class=\"number\">3</td>");
    assertThatThrownBy(() -> table.row("one")).hasMessageContaining("1 cells, expected 2");
  }
}
