package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/** The numbers of a sheet as an officer sees them: dates, months, percentages, exact decimals. */
record SheetNumbers(StylesTable styles, Problems problems) {
  /** What a spreadsheet keeps of a number. */
  private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

  private static final BigDecimal LARGEST = new BigDecimal("1e15");

  String word(String digits, @Nullable String style, int line, int column) {
    BigDecimal number = new BigDecimal(digits);
    XSSFCellStyle cellStyle = styles.getStyleAt(style == null ? 0 : Integer.parseInt(style));
    int index = cellStyle == null ? 0 : cellStyle.getDataFormat();
    String own = cellStyle == null ? null : cellStyle.getDataFormatString();
    String format = own == null ? "General" : own;
    if (DateUtil.isADateFormat(index, format)) {
      return date(number, index, format, line, column);
    }
    if (number.abs().compareTo(LARGEST) >= 0) {
      Spreadsheets.Mangled mangled = Spreadsheets.longNumber(plain(number), problems);
      problems.cell(line, column, mangled.what(), mangled.instead());
      return "";
    }
    return format.contains("%")
        ? plain(number.movePointRight(2).round(KEPT)) + "%"
        : plain(number.round(KEPT));
  }

  private String date(BigDecimal number, int index, String format, int line, int column) {
    String plain = format.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.", "").toLowerCase(Locale.ROOT);
    boolean year = plain.contains("y") || index == 14 || index == 57;
    boolean day = plain.contains("d") || index == 14;
    if (!year && (day || index == 58)) {
      Spreadsheets.Mangled mangled = Spreadsheets.fraction(shown(number), problems);
      problems.cell(line, column, mangled.what(), mangled.instead());
      return "";
    }
    LocalDateTime time = time(number);
    if (time == null || !time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      problems.cell(
          line,
          column,
          say(
              "这一行有日期格式的「%s」，不是一天",
              "%s is formatted as a date and is not a day", problems.shown(plain(number))),
          Text.of("请写全 年-月-日，或把格式改为数字", "write yyyy-MM-dd or format it as a number"));
      return "";
    }
    LocalDate date = time.toLocalDate();
    return !day && date.getDayOfMonth() == 1 ? date.toString().substring(0, 7) : date.toString();
  }

  private static @Nullable LocalDateTime time(BigDecimal number) {
    double days = number.doubleValue();
    return days < 61 || days > 200_000 ? null : DateUtil.getLocalDateTime(days);
  }

  private static String shown(BigDecimal number) {
    LocalDateTime time = time(number);
    return time == null ? plain(number) : time.getMonthValue() + "月" + time.getDayOfMonth() + "日";
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
