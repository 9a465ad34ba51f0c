/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-markdown.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ilv-directive.h"
#include "ilv-markdown-line.h"
#include "ilv-markup.h"
#include "ilv-section-builder.h"

/* md4c's time for a table is its columns times its rows, however little text they take. */
#define MAX_TABLE_COLUMNS 64

#define SINCE_MARK "[!SINCE]"

typedef struct
{
  IlvLessonSource *source;
  IlvSectionBuilder builder;
  IlvMarkup text;

  const char *block_line; /* where the block being read begins, as far as can be told before it */
  const char *first_text; /* its first text in the source; nullable */
  guint muted;            /* blocks deep inside one that is refused */
  gboolean stopped;

  gboolean in_quote;
  gboolean in_list;
  guint item_number; /* of the next item; 0 where the list has none */

  gboolean in_html;
  GString *html;
  const char *html_place;

  char fence;
  char *language;
  char *info;

  guint n_shown_faults;
  const char *last_break; /* the thematic break before this section; nullable */
} Reader;

static const char *
get_place (Reader *self)
{
  return self->first_text != NULL ? self->first_text : self->block_line;
}

static void
begin_text (Reader *self)
{
  ilv_markup_reset (&self->text);
  self->first_text = NULL;
  self->block_line = ilv_lesson_source_find_line (self->source, NULL);
  ilv_lesson_source_advance (self->source, self->block_line);
}

static void
add_text_block (Reader *self, IlvBlockKind kind, const char *marker)
{
  if (self->text.markup->len > 0)
    ilv_section_builder_add_block (&self->builder,
                                   ilv_block_new_text (kind, marker, self->text.markup->str),
                                   get_place (self));
}

/* A title with a line right under it is how Markdown writes a heading: easily done by accident
 * where the line was meant to end a section. */
static void
pass_underline (Reader *self)
{
  const char *line = self->first_text;

  while (line != NULL && line > self->source->text && line[-1] != '\n')
    line--;
  if (line == NULL || line[strspn (line, " ")] == '#')
    return;

  line = ilv_lesson_source_find_line (self->source, ilv_markdown_line_is_underline);
  ilv_lesson_source_pass_line (self->source, line);
  if (line[strspn (line, " ")] == '-')
    ilv_lesson_source_add_fault (self->source, line,
                                 _("A “---” right under a text makes a heading of it: put an empty "
                                   "line before it to end the section, or write the heading with "
                                   "“#”"));
}

static void
end_heading (Reader *self, guint level)
{
  pass_underline (self);

  if (level <= 2 && ilv_section_builder_wants_title (&self->builder))
    ilv_section_builder_set_title (&self->builder, g_strstrip (self->text.plain->str),
                                   get_place (self));
  else
    add_text_block (self, ILV_BLOCK_HEADING, NULL);
}

static void
end_item (Reader *self)
{
  g_autofree char *marker = NULL;

  if (self->item_number > 0)
    marker = g_strdup_printf ("%u.", self->item_number++);
  add_text_block (self, ILV_BLOCK_ITEM, marker != NULL ? marker : "•");
}

static void
end_quote (Reader *self)
{
  const char *markup = self->text.markup->str;
  gsize mark;

  self->in_quote = FALSE;
  if (!g_str_has_prefix (markup, "[!"))
    {
      add_text_block (self, ILV_BLOCK_QUOTE, NULL);
      return;
    }
  if (!g_str_has_prefix (markup, SINCE_MARK))
    {
      ilv_lesson_source_add_fault (self->source, get_place (self),
                                   _("There is no box of this kind; the only one is “%s”"),
                                   SINCE_MARK);
      return;
    }

  mark = strlen (SINCE_MARK);
  mark += strspn (markup + mark, " \n");
  g_string_erase (self->text.markup, 0, mark);
  if (self->text.markup->len == 0)
    ilv_lesson_source_add_fault (self->source, get_place (self), _("This box is empty"));
  add_text_block (self, ILV_BLOCK_SINCE, NULL);
}

static void
begin_code (Reader *self, const MD_BLOCK_CODE_DETAIL *code)
{
  begin_text (self);
  self->fence = code->fence_char;
  self->language = ilv_markup_read_attribute (&self->text, &code->lang);
  self->info = ilv_markup_read_attribute (&self->text, &code->info);

  if (self->fence != '\0')
    {
      self->block_line = ilv_lesson_source_find_line (self->source, ilv_markdown_line_is_fence);
      ilv_lesson_source_pass_line (self->source, self->block_line);
    }
}

/* Whether the code has an end: without one all the rest of the lesson would be code. */
static gboolean
pass_closing_fence (Reader *self)
{
  const char *line;

  if (self->fence == '\0')
    return TRUE;

  line = ilv_lesson_source_find_line (self->source, NULL);
  if (line != self->source->position &&
      ilv_markdown_line_closes_fence (line, self->source->end - line, self->fence))
    {
      ilv_lesson_source_pass_line (self->source, line);
      return TRUE;
    }

  ilv_lesson_source_add_fault (self->source, self->block_line,
                               _("This block is never closed: put a line “%c%c%c” behind it"),
                               self->fence, self->fence, self->fence);
  return FALSE;
}

static void
add_code (Reader *self)
{
  GString *markup = self->text.markup;

  if (g_str_has_suffix (markup->str, "\n"))
    g_string_truncate (markup, markup->len - 1);
  add_text_block (self, ILV_BLOCK_CODE, *self->language != '\0' ? self->language : NULL);
}

static void
add_directive (Reader *self)
{
  IlvBlock *block = ilv_directive_read (self->source, self->language, self->info,
                                        self->text.plain->str, self->block_line);

  if (block != NULL)
    ilv_section_builder_add_block (&self->builder, block, self->block_line);
}

static void
end_code (Reader *self)
{
  if (pass_closing_fence (self))
    {
      if (self->fence != '\0' && ilv_directive_is_known (self->language))
        add_directive (self);
      else
        add_code (self);
    }

  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->info, g_free);
}

/* Reads comments, of which there can be several on a line. Returns what is wrong with them. */
static const char *
read_comments (Reader *self, const char **place)
{
  const char *rest = self->html->str;

  while (*(rest += strspn (rest, " \t\n")) != '\0')
    {
      const char *end;
      g_autofree char *comment = NULL;

      if (!g_str_has_prefix (rest, "<!--"))
        return _("HTML cannot be shown: use Markdown");

      end = strstr (rest + strlen ("<!--"), "-->");
      if (end == NULL)
        return _("This comment is never closed: end it with “-->”");

      comment = g_strstrip (g_strndup (rest + strlen ("<!--"), end - rest - strlen ("<!--")));
      if (!g_str_has_prefix (comment, "note:"))
        return _("A comment here is a note for the presenter and begins with “note:”");

      ilv_section_builder_add_note (&self->builder, comment + strlen ("note:"));
      rest = end + strlen ("-->");

      /* Markdown lets a comment end its block with its line: what follows is on the last one. */
      *place = self->source->position;
    }

  return NULL;
}

static void
end_html (Reader *self)
{
  const char *place = self->html_place;
  const char *fault = read_comments (self, &place);

  self->in_html = FALSE;
  if (fault != NULL)
    ilv_lesson_source_add_fault (self->source, place, "%s", fault);
}

static void
end_section (Reader *self)
{
  const char *line = ilv_lesson_source_find_line (self->source, ilv_markdown_line_is_break);

  ilv_lesson_source_pass_line (self->source, line);
  ilv_section_builder_end_section (&self->builder, line);
  self->last_break = line;
}

/* Whether a block of this type cannot be shown where it stands; it is then a fault and muted. */
static gboolean
refuse_block (Reader *self, MD_BLOCKTYPE type, gpointer detail)
{
  if (type == MD_BLOCK_TABLE)
    {
      const MD_BLOCK_TABLE_DETAIL *table = detail;

      self->stopped = table->col_count > MAX_TABLE_COLUMNS;
      ilv_lesson_source_add_fault (self->source,
                                   ilv_lesson_source_find_line (self->source, NULL),
                                   _("Tables cannot be shown yet: use a list or a text"));
      return TRUE;
    }

  if ((!self->in_quote && !self->in_list) || type == MD_BLOCK_P || type == MD_BLOCK_LI ||
      type == MD_BLOCK_HTML)
    return FALSE;

  ilv_lesson_source_add_fault (self->source, ilv_lesson_source_find_line (self->source, NULL),
                               _("Only text can stand inside a list or a quotation: move this out "
                                 "of it"));
  return TRUE;
}

static void
begin_block (Reader *self, MD_BLOCKTYPE type, gpointer detail)
{
  switch (type)
    {
    case MD_BLOCK_P:
      if (self->in_quote || self->in_list)
        ilv_markup_break_paragraph (&self->text);
      else
        begin_text (self);
      break;
    case MD_BLOCK_QUOTE:
      self->in_quote = TRUE;
      begin_text (self);
      break;
    case MD_BLOCK_UL:
      self->in_list = TRUE;
      self->item_number = 0;
      break;
    case MD_BLOCK_OL:
      self->in_list = TRUE;
      self->item_number = ((MD_BLOCK_OL_DETAIL *) detail)->start;
      break;
    case MD_BLOCK_CODE:
      begin_code (self, detail);
      break;
    case MD_BLOCK_HTML:
      self->in_html = TRUE;
      self->html_place = NULL;
      g_string_truncate (self->html, 0);
      break;
    case MD_BLOCK_H:
    case MD_BLOCK_LI:
      begin_text (self);
      break;
    default:
      break;
    }
}

static void
end_block (Reader *self, MD_BLOCKTYPE type, gpointer detail)
{
  switch (type)
    {
    case MD_BLOCK_P:
      if (!self->in_quote && !self->in_list)
        add_text_block (self, ILV_BLOCK_PARAGRAPH, NULL);
      break;
    case MD_BLOCK_H:
      end_heading (self, ((MD_BLOCK_H_DETAIL *) detail)->level);
      break;
    case MD_BLOCK_LI:
      end_item (self);
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      self->in_list = FALSE;
      break;
    case MD_BLOCK_QUOTE:
      end_quote (self);
      break;
    case MD_BLOCK_CODE:
      end_code (self);
      break;
    case MD_BLOCK_HTML:
      end_html (self);
      break;
    case MD_BLOCK_HR:
      end_section (self);
      break;
    default:
      break;
    }
}

/* What is wrong is shown where it stands; or, where a title has to come first, below it. */
static void
show_faults (Reader *self)
{
  const GPtrArray *faults = self->source->faults;

  if (self->in_list || self->in_quote || ilv_section_builder_wants_title (&self->builder))
    return;
  for (; self->n_shown_faults < faults->len; self->n_shown_faults++)
    {
      const GError *fault = g_ptr_array_index (faults, self->n_shown_faults);
      g_autofree char *markup = g_markup_escape_text (fault->message, -1);

      ilv_section_builder_add_block (&self->builder, ilv_block_new_text (ILV_BLOCK_FAULT, NULL, markup),
                                     get_place (self));
    }
}

/* md4c says that any callback can end the parsing, but only a negative answer ends it at once. */
static int
get_answer (Reader *self)
{
  return self->stopped || ilv_lesson_source_is_full (self->source) ? -1 : 0;
}

static int
on_enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  Reader *self = data;

  if (self->muted > 0 || refuse_block (self, type, detail))
    self->muted++;
  else
    begin_block (self, type, detail);

  return get_answer (self);
}

static int
on_leave_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  Reader *self = data;

  if (self->muted > 0)
    self->muted--;
  else
    end_block (self, type, detail);
  if (self->muted == 0)
    show_faults (self);

  return get_answer (self);
}

static int
on_enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  Reader *self = data;

  if (self->muted == 0)
    ilv_markup_enter_span (&self->text, type, detail);

  return get_answer (self);
}

static int
on_leave_span (MD_SPANTYPE type, void *detail G_GNUC_UNUSED, void *data)
{
  Reader *self = data;

  if (self->muted == 0)
    ilv_markup_leave_span (&self->text, type);

  return 0;
}

static int
on_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE length, void *data)
{
  Reader *self = data;
  const char **place = self->in_html ? &self->html_place : &self->first_text;

  if (*place == NULL && ilv_lesson_source_contains (self->source, text))
    *place = text;

  if (self->in_html)
    g_string_append_len (self->html, text, length);
  else if (self->muted == 0)
    ilv_markup_add_text (&self->text, type, text, length);
  ilv_lesson_source_advance (self->source, text + length);

  return get_answer (self);
}

static const MD_PARSER parser = {
  .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH,
  .enter_block = on_enter_block,
  .leave_block = on_leave_block,
  .enter_span = on_enter_span,
  .leave_span = on_leave_span,
  .text = on_text,
};

GPtrArray *
ilv_markdown_read (IlvLessonSource *source)
{
  Reader reader = { .source = source };
  GPtrArray *sections;

  g_return_val_if_fail (source != NULL, NULL);

  ilv_section_builder_init (&reader.builder, source);
  ilv_markup_init (&reader.text, source);
  reader.html = g_string_new (NULL);

  if (md_parse (source->text, source->end - source->text, &parser, &reader) < 0 &&
      source->faults->len == 0)
    ilv_lesson_source_add_fault (source, source->position, _("The text cannot be read from here"));
  show_faults (&reader);
  sections = ilv_section_builder_finish (&reader.builder, reader.last_break);

  ilv_section_builder_clear (&reader.builder);
  ilv_markup_clear (&reader.text);
  g_string_free (reader.html, TRUE);
  g_free (reader.language);
  g_free (reader.info);
  return sections;
}
