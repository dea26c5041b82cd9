package huice.casework.decision;

import java.util.List;

/** One line of the state machine: an act in a state, which way it goes, and what must hold. */
public record Step(State from, Act act, Turn turn, State to, List<Guard> guards) {
  public Step {
    guards = List.copyOf(guards);
  }
}
