package huice.casework;

import java.nio.file.Path;

/** Reads, compiles and checks the packs of a project folder; never throws for what a file holds. */
public interface ReleaseReader {
  Candidate read(Path root);
}
