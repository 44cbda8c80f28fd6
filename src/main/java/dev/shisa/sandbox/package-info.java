/** The sandbox tenant: a server that speaks Microsoft Graph's wire protocol over an invented organisation. */
@NullMarked
package dev.shisa.sandbox;

import org.jspecify.annotations.NullMarked;
