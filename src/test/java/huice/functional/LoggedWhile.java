package huice.functional;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Listens to everything that is logged. */
final class LoggedWhile {
  private LoggedWhile() {}

  /** All lines logged while something was done, with their exceptions. */
  static List<String> doing(Runnable something) {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler ear =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            String text =
                line instanceof ExtLogRecord extended
                    ? extended.getFormattedMessage()
                    : line.getMessage();
            lines.add(text + (line.getThrown() == null ? "" : " " + line.getThrown()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    ear.setLevel(Level.ALL);
    Logger root = Logger.getLogger("");
    root.addHandler(ear);
    try {
      something.run();
    } finally {
      root.removeHandler(ear);
    }
    return lines;
  }
}
