package huice.casework;

import java.util.Optional;

/**
 * Where the live release comes from: one rule for the whole service, told by {@code huice.release}.
 */
enum ReleaseSource {
  /**
   * The project's folder as it was at the start, or as it is now with {@code --dev}. For demo data.
   */
  FOLDER,
  /** What two policy officers approved; the folder only fills an empty database. */
  APPROVED;

  /** Unless told otherwise the folder with {@code --dev}, and approved releases without. */
  static ReleaseSource of(Optional<String> setting, boolean dev) {
    String word = setting.map(String::strip).orElse(dev ? "folder" : "approved");
    ReleaseSource source =
        switch (word) {
          case "folder" -> FOLDER;
          case "approved" -> APPROVED;
          default ->
              throw new NotStarted(
                  "huice.release 只能是 folder 或 approved。 huice.release is folder or approved.");
        };
    if (dev && source == APPROVED) {
      throw new NotStarted(
          "--dev 读文件夹，不能与 huice.release=approved 同用。"
              + " --dev reads the folder and does not go with huice.release=approved.");
    }
    return source;
  }
}
