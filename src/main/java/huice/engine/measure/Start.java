package huice.engine.measure;

import huice.model.Node;
import org.jspecify.annotations.Nullable;

/** Where a path begins: a name in scope, or the member of the subject that is being read. */
record Start(String alias, boolean member) {
  @Nullable Node node(Frame frame) {
    return member ? frame.member : frame.moment.scope().get(alias);
  }

  String name(Frame frame) {
    return member ? frame.memberName : alias;
  }
}
