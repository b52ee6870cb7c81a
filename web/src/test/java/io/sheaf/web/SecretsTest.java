package io.sheaf.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl --password hunter2 x",
        "curl --db-password=hunter2 x",
        "AWS_SECRET_ACCESS_KEY=hunter2",
        "{\"api_key\": \"hunter2\"}",
        "Authorization: Bearer hunter2",
        "https://me:hunter2@example.org/x",
        "https://hunter2@example.org/x",
        "https://hooks.slack.com/services/hunter2",
        "x?token=hunter2&y=1"
      })
  void hidesWhatTextsTell(String text) {
    assertThat(Secrets.masked(text)).doesNotContain("hunter2").contains("(hidden)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user=ab12/mode=composite",
        "author: me",
        "a token of thanks",
        "--passes 3",
        "a@b"
      })
  void leavesOtherTextsAlone(String text) {
    assertThat(Secrets.masked(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"password", "smtp.password", "api_key", "API-KEY", "slack_webhook", "github_token"})
  void hidesValuesByName(String name) {
    assertThat(Secrets.masked(name, (Object) 12L)).isEqualTo("(hidden)");
    assertThat(Secrets.masked(name, "x")).isEqualTo("(hidden)");
  }

  @Test
  void hidesTheWordBehindAFlag() {
    assertThat(Secrets.masked("command", (Object) List.of("curl", "--token", "hunter2", "-v", 3L)))
        .isEqualTo(List.of("curl", "--token", "(hidden)", "-v", 3L));
  }

  @Test
  void leavesOtherValuesAlone() {
    assertThat(Secrets.masked("surrogates", (Object) 200L)).isEqualTo(200L);
    assertThat(Secrets.masked("passes", (Object) 3L)).isEqualTo(3L);
  }

  @ParameterizedTest
  @CsvSource({
    "environment.DB_PASSWORD, hunter2",
    "api_key, abc",
    "environment.GITHUB_TOKEN, abc",
    "notify.slack, https://hooks/x",
    "my.secret, x"
  })
  void hidesByName(String name, String value) {
    assertThat(Secrets.masked(name, value)).isEqualTo("(hidden)");
  }

  @ParameterizedTest
  @CsvSource({
    "https://ada:pw@host/x, https://(hidden)@host/x",
    "run --password=hunter2 --fast, run --password=(hidden) --fast",
    "Authorization: Bearer abc.def, Authorization: Bearer (hidden)",
    "token: abc, token: (hidden)"
  })
  void hidesInsideOfText(String text, String expected) {
    assertThat(Secrets.masked(text)).isEqualTo(expected);
  }

  @Test
  void leavesTheRest() {
    assertThat(Secrets.masked("units", "100")).isEqualTo("100");
    assertThat(Secrets.masked("api_key", "")).isEmpty();
    assertThat(Secrets.masked("a line at 10:15 of user=ab12/mode=fine"))
        .isEqualTo("a line at 10:15 of user=ab12/mode=fine");
  }
}
