package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

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

  /** What operators can read without being asked who they are. */
  private static final List<String> OPERATORS =
      List.of("/q/health", "/q/metrics", "/q/openapi?format=json", "/q/info");

  private Planted() {}

  /** Runs the journey, which sends the identity, and looks everywhere it must not be. */
  static void isNowhereElseAfter(Runnable journey) {
    Watching watching = new Watching();
    List<Filter> before = new ArrayList<>(RestAssured.filters());
    RestAssured.filters(watching);
    List<String> logged;
    try {
      logged = LoggedWhile.doing(journey);
    } finally {
      RestAssured.replaceFiltersWith(before);
    }

    assertThat(watching.seen).as("the journey made no request").isNotEmpty();
    assertNothing("addresses, headers and errors", watching.seen);
    assertNothing("the log output", logged);
    for (String address : OPERATORS) {
      assertNothing(address, List.of(RestAssured.get(address).asString()));
    }
  }

  private static void assertNothing(String where, Iterable<String> lines) {
    for (String planted : ALL) {
      assertThat(lines).as(where).noneMatch(line -> line.contains(planted));
    }
  }

  /** Keeps every request's address, and what was answered where no data belongs. */
  private static final class Watching implements Filter {
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @Override
    public Response filter(
        FilterableRequestSpecification request,
        FilterableResponseSpecification expected,
        FilterContext next) {
      Response answer = next.next(request, expected);
      seen.add(request.getURI());
      answer.headers().forEach(header -> seen.add(header.toString()));
      if (answer.statusCode() >= 400) {
        seen.add(answer.asString());
      }
      return answer;
    }
  }
}
