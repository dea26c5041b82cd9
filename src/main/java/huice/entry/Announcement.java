package huice.entry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells where the service is once it answers, then lets it run. */
public final class Announcement implements QuarkusApplication {
  private final String host;
  private final int port;
  private final FirstAccounts accounts;
  private final DemoCounty demo;

  Announcement(
      FirstAccounts accounts,
      DemoCounty demo,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.accounts = accounts;
    this.demo = demo;
    this.host = host;
    this.port = port;
  }

  @Override
  public int run(String... arguments) {
    String address = "http://" + host + ":" + port;
    accounts.make(System.out);
    demo.load(System.out);
    System.out.println();
    System.out.println("惠策已启动 Huice is running: " + address);
    System.out.println("  接口一览 Try the interface:  " + address + "/q/swagger-ui");
    System.out.println("  运行状况 Health:            " + address + "/q/health");
    System.out.println("  停止 Stop:                  Ctrl-C");
    Quarkus.waitForExit();
    return 0;
  }
}
