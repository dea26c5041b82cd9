package huice.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.model.Case;
import huice.model.Dictionary;
import huice.policy.CaseReader;
import huice.policy.CaseWriter;
import huice.policy.Trees;
import huice.twin.Shipped;
import huice.twin.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds to make a case of its JSON text, checked against the dictionary. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class CaseTextBench {
  private static final int WORKERS = 500;

  private final Dictionary dictionary = Shipped.release().dictionary();
  private final List<byte[]> texts = new ArrayList<>();

  @Setup
  public void write() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    Workers workers = new Workers(dictionary, 1);
    for (int i = 0; i < WORKERS; i++) {
      Case given = workers.next();
      texts.add(json.writeValueAsBytes(CaseWriter.of(given)));
    }
  }

  @Benchmark
  @OperationsPerInvocation(WORKERS)
  public int read() {
    int rows = 0;
    for (byte[] text : texts) {
      Case given = CaseReader.read(dictionary, Trees.json(text), null).given();
      rows += given == null ? 0 : given.rows();
    }
    return rows;
  }
}
