package huice.functional;

import static huice.functional.Matters.CASEWORKER;

import huice.model.Actor;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Vacancies as an office enters and checks them. */
final class Openings {
  private Openings() {}

  static Map<String, Object> draft(Map<String, ?> changes) {
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("source", "employer");
    draft.put("firm", "合成制衣有限公司");
    draft.put("title", "缝纫工");
    draft.put("skill", "sewing");
    draft.put("duties", "缝制男装和女装");
    draft.put("needs", "会用平缝机，年满16周岁");
    draft.put("reach", "COUNTY");
    draft.put("place", "莎车镇工业园");
    draft.put("township", "莎车镇");
    draft.put("positions", 12);
    draft.put("payLow", "3200");
    draft.put("payHigh", "4500.50");
    draft.put("payPer", "MONTH");
    draft.put("workingTime", "每日 8 小时，每周休 1 日");
    draft.put("contract", "一年期劳动合同");
    draft.put("insurance", "由单位缴纳五项社会保险");
    draft.put("apply", "到窗口，或者找王女士 12345");
    draft.put("receivedOn", TestClock.today().toString());
    draft.put("expiresOn", TestClock.today().plusDays(30).toString());
    draft.putAll(changes);
    return draft;
  }

  static Response enter(Map<String, ?> changes) {
    return Matters.post(CASEWORKER, "/api/vacancies", draft(changes));
  }

  static String entered(Map<String, ?> changes) {
    return enter(changes).then().statusCode(201).extract().path("id");
  }

  static Response check(Actor by, String id, Map<String, ?> changes) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", 0);
    body.put("confirmed", true);
    body.put("licenceSeen", true);
    body.put("permitSeen", false);
    body.putAll(changes);
    return Matters.post(by, "/api/vacancies/" + id + "/check", body);
  }

  /** One that everybody sees. */
  static String open(Map<String, ?> changes) {
    String id = entered(changes);
    check(Matters.CERTIFIER, id, Map.of()).then().statusCode(200);
    return id;
  }
}
