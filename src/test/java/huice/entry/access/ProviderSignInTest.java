package huice.entry.access;

import static org.assertj.core.api.Assertions.assertThat;

import huice.functional.Accounts;
import huice.functional.TestDatabase;
import huice.model.Actor;
import huice.model.Role;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ProviderSignInTest {
  @Inject ProviderSignIn signIn;

  /** What a provider says, apart from a name. */
  private record Token(String name) implements JsonWebToken {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of();
    }

    @Override
    public <T> T getClaim(String claim) {
      return null;
    }
  }

  @Test
  void theRoleComesFromTheAccountOfTheSameNameWhateverTheProviderSays() {
    Actor actor = Accounts.actor(Role.AUDITOR, "A");

    SecurityIdentity identity = augmented(actor.name(), "administrator");

    assertThat(identity.getRoles()).containsExactly("auditor");
    assertThat(((SignedIn) identity.getPrincipal()).actor()).isEqualTo(actor);
  }

  @Test
  void whoeverHasNoAccountMayDoNothing() {
    assertThat(augmented("a stranger", "administrator").getRoles()).isEmpty();
  }

  private SecurityIdentity augmented(String name, String role) {
    SecurityIdentity fromProvider =
        QuarkusSecurityIdentity.builder().setPrincipal(new Token(name)).addRole(role).build();
    AuthenticationRequestContext here =
        new AuthenticationRequestContext() {
          @Override
          public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> work) {
            return Uni.createFrom().item(work);
          }
        };
    return signIn.augment(fromProvider, here).await().indefinitely();
  }
}
