package huice.twin;

import huice.model.Case;
import huice.model.Dictionary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The first nine schemes by hand, from the policy's words and the published parameters; nothing of
 * the engine is used. Reads plain evidence only. Safe to share between threads.
 */
public final class PlainTwin {
  private final CoupleAward couple;
  private final SocialInsurance insurance;
  private final PublicPost posts;
  private final StartupLoan loans;
  private final Employer employer;
  private final Services services;

  public PlainTwin(Dictionary dictionary, Set<LocalDate> listed) {
    Holidays holidays = new Holidays(listed);
    Names names = new Names(dictionary);
    couple = new CoupleAward(names, holidays);
    insurance = new SocialInsurance(names);
    posts = new PublicPost(names);
    loans = new StartupLoan(names);
    employer = new Employer(names, holidays);
    services = new Services(names);
  }

  List<Verdict> judge(Case asked) {
    List<Verdict> verdicts = new ArrayList<>(8);
    couple.judge(asked, verdicts);
    insurance.judge(asked, verdicts);
    posts.judge(asked, verdicts);
    loans.judge(asked, verdicts);
    employer.judge(asked, verdicts);
    services.judge(asked, verdicts);
    return verdicts;
  }

  /** How many outcomes there are; for measuring. */
  public int outcomes(Case asked) {
    return judge(asked).size();
  }
}
