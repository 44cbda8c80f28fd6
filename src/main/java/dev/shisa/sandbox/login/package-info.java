/** Sign-in: OpenID discovery and OAuth2 client credentials. */
@NullMarked
package dev.shisa.sandbox.login;

import org.jspecify.annotations.NullMarked;
