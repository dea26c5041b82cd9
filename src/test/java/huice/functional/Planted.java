package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Role;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A made-up person whose identity goes through a journey and must be found nowhere but in the
 * records: not in the log output, metrics, addresses, headers or texts of errors.
 */
final class Planted {
  static final String NAME = "阿依努尔·买买提测试";

  /** With its right check digit, so that it is taken for one. */
  static final String NUMBER = "653125199003071232";

  static final String PHONE = "13997531864";

  private static final List<String> ALL =
      List.of(NAME, "买买提测试", NUMBER, NUMBER.substring(6, 14), PHONE);

  /** What operators read. */
  private static final List<String> OPERATORS =
      List.of("/q/health", "/q/metrics", "/q/openapi?format=json");

  /** What the journey of the moment saw; journeys are made one after the other. */
  private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

  private Planted() {}

  /** For requests that RestAssured does not make: an address, a header or the text of an error. */
  static void seen(String what) {
    SEEN.add(what);
  }

  /** Runs the journey, which sends the identity, and looks everywhere it must not be. */
  static void isNowhereElseAfter(Runnable journey) {
    SEEN.clear();
    List<Filter> before = new ArrayList<>(RestAssured.filters());
    RestAssured.filters(new Watching());
    List<String> logged;
    try {
      logged = LoggedWhile.doing(journey);
    } finally {
      RestAssured.replaceFiltersWith(before);
    }

    assertThat(SEEN).as("the journey made no request").isNotEmpty();
    assertNothing("addresses, headers and errors", SEEN);
    assertNothing("the log output", logged);
    for (String address : OPERATORS) {
      String read =
          Accounts.as(Role.ADMINISTRATOR, "A")
              .get(address)
              .then()
              .statusCode(200)
              .extract()
              .asString();
      assertNothing(address, List.of(read));
    }
  }

  private static void assertNothing(String where, Iterable<String> lines) {
    for (String planted : ALL) {
      assertThat(lines).as(where).noneMatch(line -> line.contains(planted));
    }
  }

  /** Keeps every request's address, and what was answered where no data belongs. */
  private static final class Watching implements Filter {
    @Override
    public Response filter(
        FilterableRequestSpecification request,
        FilterableResponseSpecification expected,
        FilterContext next) {
      Response answer = next.next(request, expected);
      SEEN.add(request.getURI());
      answer.headers().forEach(header -> SEEN.add(header.toString()));
      if (answer.statusCode() >= 400) {
        SEEN.add(answer.asString());
      }
      return answer;
    }
  }
}
