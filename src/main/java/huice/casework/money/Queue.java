package huice.casework.money;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is paid first when the money may not suffice: what the law demands, then certified hardship,
 * then the day on which the file was complete; nobody overtakes anybody, and nothing else is looked
 * at. Stateless.
 */
public final class Queue {
  private static final Comparator<Waiting> ORDER =
      Comparator.comparing((Waiting w) -> !w.statutory())
          .thenComparing(w -> !w.hardship())
          .thenComparing(Waiting::completeOn);

  private Queue() {}

  /** What is done with those of one place. */
  public enum Tie {
    /** They share the place: all of them or none. */
    SHARED,
    /** A lot that anybody can draw again from the seed. */
    LOT
  }

  /** A claim that waits. {@code parts}: its months in order; only whole ones are ever paid. */
  public record Waiting(
      UUID claim,
      String scheme,
      boolean statutory,
      boolean hardship,
      LocalDate completeOn,
      List<BigDecimal> parts,
      boolean partial) {
    public Waiting {
      parts = List.copyOf(parts);
    }

    BigDecimal sum() {
      return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /**
   * What there is for it: {@code fund} and, by scheme, what a scheme may draw of it; null and
   * absent where no budget is set, which never makes anybody wait.
   */
  public record Purse(@Nullable BigDecimal fund, Map<String, BigDecimal> schemes) {
    public Purse {
      schemes = Map.copyOf(schemes);
    }
  }

  /** A claim with its place; {@code paid} of its parts there is money for. */
  public record Place(Waiting waiting, int place, int paid) {
    public boolean admitted() {
      return paid > 0;
    }
  }

  /** All in the order of the queue. */
  public static List<Place> order(List<Waiting> waiting, Purse purse, Tie tie, String seed) {
    List<Waiting> sorted = new ArrayList<>(waiting);
    sorted.sort(ORDER.thenComparing(w -> lot(seed, w.claim())));
    Round round = new Round(purse);
    List<Place> places = new ArrayList<>();
    int from = 0;
    while (from < sorted.size()) {
      int to = from + 1;
      while (to < sorted.size() && same(sorted.get(from), sorted.get(to), tie)) {
        to++;
      }
      round.give(sorted.subList(from, to), from + 1, places);
      from = to;
    }
    return List.copyOf(places);
  }

  private static boolean same(Waiting one, Waiting other, Tie tie) {
    return tie == Tie.SHARED && ORDER.compare(one, other) == 0;
  }

  /** Where a claim falls among others of its place: anybody can compute it again. */
  static String lot(String seed, UUID claim) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest((seed + " " + claim).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is left while the places are called up. */
  private static final class Round {
    private @Nullable BigDecimal fund;
    private final Map<String, BigDecimal> schemes;
    private boolean over;
    private final Set<String> stopped = new HashSet<>();

    Round(Purse purse) {
      this.fund = purse.fund();
      this.schemes = new HashMap<>(purse.schemes());
    }

    /** Those of one place share the fund: all of them or none. */
    void give(List<Waiting> place, int number, List<Place> places) {
      Map<UUID, Integer> paid = new HashMap<>();
      List<Waiting> rest = new ArrayList<>();
      for (List<Waiting> group :
          place.stream().collect(Collectors.groupingBy(Waiting::scheme)).values()) {
        String scheme = group.get(0).scheme();
        if (!stopped.contains(scheme) && fitsScheme(scheme, sum(group))) {
          rest.addAll(group);
        } else {
          // A scheme that has run dry does not hold up the others.
          some(group, over || stopped.contains(scheme), paid);
          stopped.add(scheme);
        }
      }
      boolean whole = !over && fitsFund(sum(rest));
      if (whole) {
        rest.forEach(one -> paid.put(one.claim(), one.parts().size()));
        rest.forEach(one -> one.parts().forEach(part -> spend(one.scheme(), part)));
      } else {
        some(rest, over, paid);
        over = true;
      }
      place.forEach(w -> places.add(new Place(w, number, paid.getOrDefault(w.claim(), 0))));
    }

    private void some(List<Waiting> group, boolean closed, Map<UUID, Integer> paid) {
      if (!closed && group.size() == 1) {
        Waiting one = group.get(0);
        int parts = some(one);
        one.parts().stream().limit(parts).forEach(part -> spend(one.scheme(), part));
        paid.put(one.claim(), parts);
      }
    }

    private static BigDecimal sum(List<Waiting> group) {
      return group.stream().map(Waiting::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean fits(String scheme, BigDecimal sum) {
      return fitsFund(sum) && fitsScheme(scheme, sum);
    }

    private boolean fitsFund(BigDecimal sum) {
      BigDecimal left = fund;
      return left == null || left.compareTo(sum) >= 0;
    }

    private boolean fitsScheme(String scheme, BigDecimal sum) {
      BigDecimal left = schemes.get(scheme);
      return left == null || left.compareTo(sum) >= 0;
    }

    /** How many whole parts there is money for, where the rule allows that. */
    private int some(Waiting one) {
      if (!one.partial()) {
        return 0;
      }
      BigDecimal sum = BigDecimal.ZERO;
      int paid = 0;
      for (BigDecimal part : one.parts()) {
        sum = sum.add(part);
        if (!fits(one.scheme(), sum)) {
          break;
        }
        paid++;
      }
      return paid;
    }

    private void spend(String scheme, BigDecimal part) {
      if (fund != null) {
        fund = fund.subtract(part);
      }
      schemes.computeIfPresent(scheme, (s, left) -> left.subtract(part));
    }
  }
}
