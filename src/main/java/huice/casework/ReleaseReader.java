package huice.casework;

import huice.policy.ReleaseFiles;

/** Compiles and checks the files of a release; never throws for what a file holds. */
public interface ReleaseReader {
  Candidate read(ReleaseFiles files);
}
