package huice.entry.cli;

import java.io.Console;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the running service is and who asks it; for commands that work through it. */
final class ServiceOptions {
  private static final List<String> HERE = List.of("127.0.0.1", "localhost", "[::1]");

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "服务的地址，默认 http://127.0.0.1:8080 / where the service is")
  private String url = "";

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "账号；密码取自环境变量 HUICE_PASSWORD，没有则询问 / the account; its password is taken from"
              + " HUICE_PASSWORD or asked for")
  private @Nullable String user;

  /** Asks for the password if need be. */
  ServiceClient client(CommonOptions common) {
    URI address = address(common);
    String name = user;
    if (name == null || name.isBlank() || name.indexOf(':') >= 0) {
      throw common.wrongUse("请用 --user 写明账号", "name the account with --user");
    }
    return new ServiceClient(common, address, name, password(common, name));
  }

  private URI address(CommonOptions common) {
    URI address;
    try {
      address = new URI(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    } catch (URISyntaxException e) {
      throw noAddress(common);
    }
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (address.getHost() == null || !List.of("http", "https").contains(scheme)) {
      throw noAddress(common);
    }
    // A password must not travel in the open.
    if (scheme.equals("http") && !HERE.contains(address.getHost().toLowerCase(Locale.ROOT))) {
      throw common.wrongUse(
          "别的机器上的服务只能用 https 访问", "a service on another machine is reached by https only");
    }
    return address;
  }

  private static RuntimeException noAddress(CommonOptions common) {
    return common.wrongUse(
        "--url 不是地址，请写成 http://127.0.0.1:8080",
        "--url is no address; write it as http://127.0.0.1:8080");
  }

  private static String password(CommonOptions common, String name) {
    String known = System.getenv("HUICE_PASSWORD");
    if (known != null && !known.isEmpty()) {
      return known;
    }
    Console console = System.console();
    char[] typed =
        console == null
            ? null
            : console.readPassword("%s ", common.say(name + " 的密码：", "Password of " + name + ":"));
    if (typed == null) {
      throw common.wrongUse(
          "没有密码：请设置环境变量 HUICE_PASSWORD", "no password: set the environment's HUICE_PASSWORD");
    }
    return new String(typed);
  }
}
