<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Makes one web page of all pages of the help, which a browser can show where there is no help
     viewer, such as in a sandbox. Takes the page index.page; $language is "C" or such as "de". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:m="http://projectmallard.org/1.0/" exclude-result-prefixes="m">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>
  <xsl:param name="language" select="'C'"/>
  <xsl:param name="pages"/>

  <xsl:template match="/m:page">
    <html dir="ltr">
      <xsl:attribute name="lang">
        <xsl:choose>
          <xsl:when test="$language = 'C'">en</xsl:when>
          <xsl:otherwise><xsl:value-of select="translate($language, '_', '-')"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="starts-with($language, 'ar')">
        <xsl:attribute name="dir">rtl</xsl:attribute>
      </xsl:if>
      <head>
        <meta name="viewport" content="width=device-width"/>
        <title><xsl:value-of select="m:title"/></title>
        <style>
          :root { color-scheme: light dark; }
          body { font: 1.05em/1.55 sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em; }
          h1, h2, h3 { line-height: 1.25; }
          h2 { margin-top: 2.5em; border-top: 1px solid #8885; padding-top: 1em; }
          article h2 { font-size: 1.3em; }
          table { border-collapse: collapse; }
          td { padding: 0.2em 1em 0.2em 0; border-bottom: 1px solid #8885; vertical-align: top; }
          td p, li p, dd p { margin: 0.3em 0; }
          dt { font-weight: bold; margin-top: 0.8em; }
          kbd { border: 1px solid #8888; border-radius: 4px; padding: 0 0.35em; white-space: nowrap; }
          .gui { font-weight: bold; }
          aside { border-inline-start: 4px solid #3584e4; padding: 0.1em 1em; background: #8882; }
          aside.warning { border-color: #e66100; }
          @media (prefers-color-scheme: dark) { a { color: #99c1f1; } }
        </style>
      </head>
      <body>
        <h1><xsl:value-of select="m:title"/></h1>
        <xsl:apply-templates select="m:p"/>
        <nav>
          <xsl:for-each select="m:section">
            <h3><xsl:value-of select="m:title"/></h3>
            <ul>
              <xsl:call-template name="for-pages">
                <xsl:with-param name="rest" select="$pages"/>
                <xsl:with-param name="group" select="concat('index#', @id)"/>
              </xsl:call-template>
            </ul>
          </xsl:for-each>
        </nav>
        <xsl:call-template name="for-pages">
          <xsl:with-param name="rest" select="$pages"/>
        </xsl:call-template>
      </body>
    </html>
  </xsl:template>

  <!-- $rest: the names of pages, with a space after each. With a $group only links to its pages. -->
  <xsl:template name="for-pages">
    <xsl:param name="rest"/>
    <xsl:param name="group"/>
    <xsl:variable name="name" select="substring-before($rest, ' ')"/>
    <xsl:if test="$name">
      <xsl:variable name="page" select="document(concat($name, '.page'), /)/m:page"/>
      <xsl:choose>
        <xsl:when test="$group = ''"><xsl:apply-templates select="$page" mode="article"/></xsl:when>
        <xsl:when test="$page/m:info/m:link[@type = 'guide' and @xref = $group]">
          <li>
            <a href="#{$page/@id}"><xsl:value-of select="$page/m:title"/></a>:
            <xsl:value-of select="$page/m:info/m:desc"/>
          </li>
        </xsl:when>
      </xsl:choose>
      <xsl:call-template name="for-pages">
        <xsl:with-param name="rest" select="substring-after($rest, ' ')"/>
        <xsl:with-param name="group" select="$group"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:page" mode="article">
    <article id="{@id}">
      <h2><xsl:value-of select="m:title"/></h2>
      <xsl:apply-templates select="*[not(self::m:info) and not(self::m:title)]"/>
    </article>
  </xsl:template>

  <xsl:template match="m:p"><p><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="m:steps">
    <xsl:if test="m:title"><h3><xsl:value-of select="m:title"/></h3></xsl:if>
    <ol><xsl:apply-templates select="m:item"/></ol>
  </xsl:template>
  <xsl:template match="m:list"><ul><xsl:apply-templates select="m:item"/></ul></xsl:template>
  <xsl:template match="m:steps/m:item|m:list/m:item"><li><xsl:apply-templates/></li></xsl:template>
  <xsl:template match="m:terms"><dl><xsl:apply-templates select="m:item"/></dl></xsl:template>
  <xsl:template match="m:terms/m:item">
    <dt><xsl:apply-templates select="m:title/node()"/></dt>
    <dd><xsl:apply-templates select="*[not(self::m:title)]"/></dd>
  </xsl:template>
  <xsl:template match="m:note"><aside class="{@style}"><xsl:apply-templates/></aside></xsl:template>
  <xsl:template match="m:table"><table><xsl:apply-templates/></table></xsl:template>
  <xsl:template match="m:thead|m:tbody|m:tr|m:td">
    <xsl:element name="{local-name()}"><xsl:apply-templates/></xsl:element>
  </xsl:template>
  <xsl:template match="m:keyseq">
    <span dir="ltr"><xsl:for-each select="m:key"><xsl:if test="position() &gt; 1">+</xsl:if><xsl:apply-templates select="."/></xsl:for-each></span>
  </xsl:template>
  <xsl:template match="m:key"><kbd><xsl:apply-templates/></kbd></xsl:template>
  <xsl:template match="m:cmd|m:file"><code dir="ltr"><xsl:apply-templates/></code></xsl:template>
  <xsl:template match="m:gui"><span class="gui"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="m:link[@href]"><a href="{@href}"><xsl:apply-templates/></a></xsl:template>
  <xsl:template match="m:link[@xref]"><a href="#{@xref}"><xsl:apply-templates/></a></xsl:template>
</xsl:stylesheet>
