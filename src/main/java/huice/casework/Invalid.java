package huice.casework;

import huice.model.Text;
import java.util.List;

/** What was sent can be read but not accepted; all faults at once. */
public final class Invalid extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /**
   * One fault; its texts never repeat a value.
   *
   * @param pointer the place in what was sent (RFC 6901); empty for the whole
   * @param what what is wrong
   * @param instead what to send instead
   */
  public record Fault(String pointer, Text what, Text instead) {}

  public Invalid(List<Fault> faults) {
    super(faults.size() + " faults", null, false, false);
    this.faults = List.copyOf(faults);
  }

  public Invalid(String pointer, Text what, Text instead) {
    this(List.of(new Fault(pointer, what, instead)));
  }

  public List<Fault> faults() {
    return faults;
  }
}
