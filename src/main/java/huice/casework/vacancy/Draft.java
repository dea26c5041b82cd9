package huice.casework.vacancy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A vacancy as somebody enters it. There is no place for sex, age, ethnicity, origin, religion,
 * marriage or health, and the texts are looked through for them. {@code township} only for a job in
 * the county; {@code payHigh} null: exactly {@code payLow}.
 */
@Schema(name = "NewVacancy")
public record Draft(
    String source,
    String firm,
    String title,
    String skill,
    String duties,
    @Nullable String needs,
    Reach reach,
    String place,
    @Nullable String township,
    int positions,
    BigDecimal payLow,
    @Nullable BigDecimal payHigh,
    PayPer payPer,
    String workingTime,
    String contract,
    String insurance,
    String apply,
    LocalDate receivedOn,
    LocalDate expiresOn) {

  /** What the pay is for. */
  @Schema(name = "VacancyPayPer")
  public enum PayPer {
    MONTH,
    DAY,
    HOUR,
    PIECE
  }

  /** Every text that is free, by field; the firm's registered name is none. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("title", title);
    texts.put("duties", duties);
    if (needs != null) {
      texts.put("needs", needs);
    }
    texts.put("place", place);
    if (township != null) {
      texts.put("township", township);
    }
    texts.put("workingTime", workingTime);
    texts.put("contract", contract);
    texts.put("insurance", insurance);
    texts.put("apply", apply);
    return texts;
  }
}
