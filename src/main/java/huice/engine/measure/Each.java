package huice.engine.measure;

import huice.model.Node;
import java.util.List;

/**
 * A reading over the members of the subject: the smallest or the greatest of theirs. Members stand
 * in the order of the subject's names.
 */
record Each(Form form, String[] names, boolean greatest) implements Form {
  @Override
  public Interval read(Frame frame) {
    Node member = frame.member;
    String name = frame.memberName;
    Interval result =
        Pick.of(
            names.length,
            i -> {
              select(frame, names, i);
              return frame.part(form);
            },
            greatest,
            frame);
    frame.member = member;
    frame.memberName = name;
    return result;
  }

  static void select(Frame frame, String[] names, int i) {
    List<Node> members = frame.moment.members();
    frame.memberName = names[i];
    frame.member =
        members.size() == names.length ? members.get(i) : frame.moment.scope().get(names[i]);
  }
}
