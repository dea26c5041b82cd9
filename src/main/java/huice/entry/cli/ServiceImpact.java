package huice.entry.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.policy.ReleaseFiles;
import huice.simulation.impact.Impact;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** An impact on those who are registered, worked out by the running service. */
record ServiceImpact(CommonOptions common, ServiceClient client) {
  private static final String PATH = "/api/impacts";
  private static final long PAUSE_MILLIS = 500;

  /** Hears how many of how many parties are done. */
  interface Progress {
    IntConsumer of(int all);
  }

  /**
   * Has the folder's files compared with a release of the service, the live one for null. Ends the
   * command when the service refuses.
   */
  Impact impact(
      ReleaseFiles now,
      @Nullable ReleaseFiles base,
      @Nullable LocalDate on,
      @Nullable String scheme,
      Progress progress) {
    Map<String, String> query = new LinkedHashMap<>();
    if (base != null) {
      query.put("base", base.digest());
    }
    if (on != null) {
      query.put("on", on.toString());
    }
    if (scheme != null) {
      query.put("scheme", scheme);
    }
    JsonNode begun = client.post(ServiceClient.path(PATH, query), "application/zip", now.zip());
    String id = begun.path("id").asText();
    common
        .err()
        .println(common.say("影响评估 " + id + "：/desk/impacts/" + id, "impact assessment " + id));
    JsonNode answer = client.get(PATH + "/" + id);
    while (answer.at("/assessment/state").asText().equals("running")) {
      pause();
      answer = client.get(PATH + "/" + id);
      progress
          .of(answer.at("/assessment/people").asInt())
          .accept(answer.at("/assessment/done").asInt());
    }
    if (!answer.at("/assessment/state").asText().equals("done")) {
      throw new ServiceFailed(
          Main.PROBLEMS,
          common.say("服务没有算完，什么也没有留下。", "The service did not finish; nothing was kept."));
    }
    return read(answer.path("result"));
  }

  private Impact read(JsonNode result) {
    try {
      return new ObjectMapper().treeToValue(result, Impact.class);
    } catch (JsonProcessingException e) {
      throw new ServiceFailed(
          Main.WRONG_USE,
          common.say("服务的版本与此命令不符。", "The service is of another version than this command."));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
