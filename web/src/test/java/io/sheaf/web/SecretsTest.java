package io.sheaf.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
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
