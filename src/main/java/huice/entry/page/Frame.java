package huice.entry.page;

import huice.entry.access.SignedIn;
import huice.model.Role;
import huice.model.Text;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands around every page: who is signed in, and where that role may go. */
@Named("frame")
@RequestScoped
public class Frame {
  private final CurrentIdentityAssociation caller;
  private final CurrentVertxRequest request;

  Frame(CurrentIdentityAssociation caller, CurrentVertxRequest request) {
    this.caller = caller;
    this.request = request;
  }

  /** A line of the navigation. */
  public record Place(String address, Text title, boolean here) {}

  /** Whether this is a page of the desk; only those run scripts. */
  public boolean isDesk() {
    return desk(path());
  }

  static boolean desk(String path) {
    return path.equals("/desk") || path.startsWith("/desk/");
  }

  /**
   * Null when nobody is signed in, by a cookie that ended, or where nobody was asked for yet: a
   * refusal on the way in is shown without a navigation.
   */
  public @Nullable SignedIn getAccount() {
    if (!BlockingOperationControl.isBlockingAllowed()) {
      return null;
    }
    try {
      return caller.getIdentity().getPrincipal() instanceof SignedIn account ? account : null;
    } catch (AuthenticationFailedException e) {
      return null;
    }
  }

  public List<Place> getPlaces() {
    SignedIn account = getAccount();
    String path = path();
    return account == null
        ? List.of()
        : Area.of(account.actor().role()).stream()
            .map(area -> new Place(area.address(), area.title(), Area.within(area, path)))
            .toList();
  }

  /** Where everybody may go. */
  public List<Place> getPublicPlaces() {
    return PublicPlace.all(path());
  }

  /** Whether a caseworker is signed in: most acts at the counter are theirs. */
  public boolean isCaseworker() {
    SignedIn account = getAccount();
    return account != null && account.actor().role() == Role.CASEWORKER;
  }

  public @Nullable Text getRole() {
    SignedIn account = getAccount();
    return account == null ? null : word(account.actor().role());
  }

  /** A role as people call it. */
  public static Text word(Role role) {
    return switch (role) {
      case CASEWORKER -> Text.of("经办人", "caseworker");
      case REVIEWER -> Text.of("复核人", "reviewer");
      case CERTIFIER -> Text.of("审定人", "certifier");
      case POLICY_OFFICER -> Text.of("政策人员", "policy officer");
      case AUDITOR -> Text.of("审计", "auditor");
      case ADMINISTRATOR -> Text.of("系统管理员", "administrator");
      case SERVICE -> Text.of("程序", "service");
    };
  }

  private String path() {
    return request.getCurrent() == null ? "" : request.getCurrent().normalizedPath();
  }
}
