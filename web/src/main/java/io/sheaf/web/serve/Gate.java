package io.sheaf.web.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Decides who may pass. Immutable.
///
/// Three doors, in this order: the request must name this server (a page of another site that had
/// its own name resolved to this address does not), must come from its own pages if it is to change
/// something, and must show the token or the cookie that was given for it.
///
/// @param hosts what `Host` may say, port included, in small letters
/// @param token what opens the dashboard
/// @param session the cookie's value
record Gate(Set<String> hosts, String token, String session) {
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final int LONGEST_ADDRESS = 4096;
  private static final int MOST_HEADER_BYTES = 16_384;

  Gate {
    hosts = Set.copyOf(hosts);
  }

  /// What of a request matters here.
  ///
  /// @param address path and query as sent
  /// @param headerBytes of all headers together
  /// @param hasBody whether it says that something follows its headers
  record Knock(
      String method,
      String address,
      List<String> host,
      List<String> origin,
      List<String> fetchSite,
      List<String> cookies,
      List<String> authorization,
      long headerBytes,
      boolean hasBody) {
    boolean isReading() {
      return READING.contains(method);
    }
  }

  /// Lets a request pass or throws.
  ///
  /// @return whether it showed the token in its address and is to be given the cookie
  boolean admit(Knock knock, Optional<String> shownToken) {
    checkSize(knock);
    checkHost(knock);
    if (!knock.isReading()) {
      checkOrigin(knock);
    }
    if (shownToken.isPresent()) {
      if (!knock.isReading() || !isSame(token, shownToken.get())) {
        throw new Refusal(403, "this token is not the one of this server; start from its address");
      }
      return true;
    }
    if (!hasSession(knock) && !isBearer(knock)) {
      throw new Refusal(
          401, "open the address that `sheaf serve` has printed; it holds the token it asks for");
    }
    return false;
  }

  private static void checkSize(Knock knock) {
    if (knock.address().length() > LONGEST_ADDRESS) {
      throw new Refusal(414, "the address is longer than " + LONGEST_ADDRESS + " characters");
    }
    if (knock.headerBytes() > MOST_HEADER_BYTES) {
      throw new Refusal(431, "the headers are longer than " + MOST_HEADER_BYTES + " bytes");
    }
    if (!knock.isReading() && !knock.method().equals("POST")) {
      throw new Refusal(405, "expected GET, HEAD or POST");
    }
    if (knock.hasBody() && knock.isReading()) {
      throw new Refusal(400, "a " + knock.method() + " has no body");
    }
  }

  private void checkHost(Knock knock) {
    boolean isOurs =
        knock.host().size() == 1
            && hosts.contains(knock.host().getFirst().toLowerCase(Locale.ROOT));
    if (!isOurs) {
      throw new Refusal(421, "this server is not the host that was asked for");
    }
  }

  private static void checkOrigin(Knock knock) {
    boolean isOwn =
        knock.origin().size() == 1
            && knock.origin().getFirst().equals("http://" + knock.host().getFirst());
    boolean isSameSite = knock.fetchSite().stream().allMatch(site -> site.equals("same-origin"));
    if (!isOwn || !isSameSite) {
      throw new Refusal(403, "only a page of this server may ask for that");
    }
  }

  private boolean hasSession(Knock knock) {
    return knock.cookies().stream()
        .flatMap(line -> Arrays.stream(line.split(";")))
        .map(String::strip)
        .anyMatch(pair -> isSame(cookieName() + "=" + session, pair));
  }

  private boolean isBearer(Knock knock) {
    return knock.authorization().stream().anyMatch(one -> isSame("Bearer " + token, one));
  }

  /// Cookies know no ports, so each server has a name of its own.
  private String cookieName() {
    String host = hosts.stream().sorted().findFirst().orElse("");
    return "sheaf-" + host.substring(host.lastIndexOf(':') + 1);
  }

  /// What gives the cookie to a browser.
  String cookie() {
    return cookieName() + "=" + session + "; Path=/; HttpOnly; SameSite=Strict";
  }

  /// In the same time wherever they differ.
  private static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
