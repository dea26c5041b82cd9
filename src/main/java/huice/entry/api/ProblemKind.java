package huice.entry.api;

import huice.model.Text;

/**
 * What a request can have wrong with it (RFC 9457): one type, one status and one title each. The
 * type is the address of its entry on the page {@code /problems}.
 */
public enum ProblemKind {
  MALFORMED(
      400,
      "malformed",
      Text.of("请求体不是合法的 JSON", "The body is not valid JSON"),
      Text.of("请在指出的行和列处改正后重新发送。", "Correct it at the line and column named and send it again.")),
  QUERY(
      400,
      "query",
      Text.of("查询参数有误", "A query parameter is wrong"),
      Text.of(
          "errors 逐项列出参数及应写什么。",
          "Under errors: every parameter concerned, and what to write instead.")),
  CASE(
      422,
      "case",
      Text.of("个案有误", "The case has faults"),
      Text.of(
          "errors 一次列出全部错误，每项以 JSON 指针（RFC 6901）指明位置。",
          "Under errors: all faults at once, each with the JSON pointer (RFC 6901) of its place.")),
  NOT_FOUND(
      404,
      "not-found",
      Text.of("没有这个地址或这项内容", "There is nothing at this address"),
      Text.of("接口一览见 /q/swagger-ui。", "All addresses are listed at /q/swagger-ui.")),
  METHOD(
      405,
      "method",
      Text.of("此地址不接受这种请求方法", "This address does not take this method"),
      Text.of("可用的方法见 Allow 头。", "The header Allow names the methods it takes.")),
  ANSWER_FORM(
      406,
      "answer-form",
      Text.of("不提供所要的格式", "The answer is not available in that form"),
      Text.of("请在 Accept 头中接受 application/json。", "Accept application/json.")),
  TOO_LARGE(
      413,
      "too-large",
      Text.of("请求体过大", "The body is too large"),
      Text.of("上限见 detail；一次只发一个个案。", "The limit is named under detail; send one case at a time.")),
  BODY_FORM(
      415,
      "body-form",
      Text.of("不接受这种内容类型", "The body is not in a form this address takes"),
      Text.of("请以 application/json 发送。", "Send it as application/json.")),
  SIGN_IN(
      401,
      "sign-in",
      Text.of("需要先登录", "Sign in first"),
      Text.of("此地址不对公众开放。", "This address is not open to the public.")),
  NOT_YOURS(
      403,
      "not-yours",
      Text.of("没有权限", "Not permitted"),
      Text.of("此地址只对特定角色开放。", "This address is open to certain roles only.")),
  CROSS_SITE(
      403,
      "cross-site",
      Text.of("请求来自其他网站", "The request comes from another site"),
      Text.of(
          "写入只接受本站页面或程序直接发出的请求。",
          "What writes is taken from this site's own pages and from programs only.")),
  TOO_MANY(
      429,
      "too-many",
      Text.of("请求过于频繁", "Too many requests"),
      Text.of(
          "请按 Retry-After 头所写的秒数之后再发。",
          "Send it again after the seconds of the header Retry-After.")),
  REQUEST(
      400,
      "request",
      Text.of("请求有误", "The request is wrong"),
      Text.of("接口说明见 /q/swagger-ui。", "The interface is described at /q/swagger-ui.")),
  INVALID(
      422,
      "invalid",
      Text.of("所发送的内容不能接受", "What was sent cannot be accepted"),
      Text.of(
          "errors 一次列出全部错误，每项说明位置和应写什么。",
          "Under errors: all faults at once, each with its place and what to send instead.")),
  CONFLICT(
      409,
      "conflict",
      Text.of("以现在的情形不能办理", "Not possible as things stand"),
      Text.of(
          "detail 说明有何变化或者还缺什么；请重新读取（version 为现在的版本）后再决定。",
          "What changed or is still wanting is named under detail; read it again (version is the"
              + " present one) and decide anew.")),
  NOT_ALLOWED(
      403,
      "not-allowed",
      Text.of("您不能办理这一项", "You may not do this here"),
      Text.of("原因见 detail。", "The reason is named under detail.")),
  KEY(
      400,
      "idempotency-key",
      Text.of("缺少请求头 Idempotency-Key", "The header Idempotency-Key is missing"),
      Text.of(
          "每次写入都要带一个新的 Idempotency-Key：1 至 100 个可见的 ASCII 字符，如 UUID；重发同一请求时用同一个。",
          "Send a new one with every writing call, 1 to 100 visible ASCII characters such as a UUID;"
              + " the same one only when sending the same request again.")),
  KEY_REUSED(
      422,
      "idempotency-key-reused",
      Text.of("Idempotency-Key 已用于另一个请求", "The Idempotency-Key was used for another request"),
      Text.of("新的请求请换一个。", "Take a new one for a new request.")),
  BUSY(
      503,
      "busy",
      Text.of("同时进行的测算太多", "Too many checks at once"),
      Text.of(
          "请按 Retry-After 头所写的秒数之后再发。",
          "Send it again after the seconds of the header Retry-After.")),
  UNAVAILABLE(
      503,
      "unavailable",
      Text.of("数据库暂时不可用", "The database cannot be used at the moment"),
      Text.of(
          "请按 Retry-After 头所写的秒数之后原样重发；写入用同一个 Idempotency-Key，不会重复办理。",
          "Send it again, unchanged, after the seconds of the header Retry-After; with the same"
              + " Idempotency-Key nothing is done twice.")),
  INTERNAL(
      500,
      "internal",
      Text.of("程序内部错误", "An error inside the program"),
      Text.of(
          "请把 instance 中的编号告诉维护人员；日志里只有编号，没有个人数据。",
          "Tell the operators the number under instance; the log holds it without personal data."));

  private final int status;
  private final String slug;
  private final Text title;
  private final Text remedy;

  ProblemKind(int status, String slug, Text title, Text remedy) {
    this.status = status;
    this.slug = slug;
    this.title = title;
    this.remedy = remedy;
  }

  public int status() {
    return status;
  }

  public String slug() {
    return slug;
  }

  public Text title() {
    return title;
  }

  /** What the sender can do about it. */
  public Text remedy() {
    return remedy;
  }

  public String type() {
    return "/problems#" + slug;
  }
}
