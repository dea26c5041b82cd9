package huice.casework;

import huice.model.ReleaseStep;
import java.time.LocalDate;

/**
 * How a release is to go live.
 *
 * @param impact the reference of the assessment of its impact
 * @param startOn the first day on which it is to decide
 * @param terms whether running awards keep their terms
 */
public record Proposal(String impact, LocalDate startOn, ReleaseStep.Terms terms) {}
