/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-sentences.h"

#include "ilv-compat.h"

struct _IlvSentences
{
  GtkWidget parent_instance;

  char *text;
  guint n_lines;
};

G_DEFINE_FINAL_TYPE (IlvSentences, ilv_sentences, GTK_TYPE_WIDGET)

/* Where the sentence that begins at @start ends: behind its full stop; the language is to be one that
 * has some. */
static gsize
find_end (const char *text, gsize start)
{
  for (gsize i = start; text[i] != '\0'; i++)
    if (strchr (".!?", text[i]) != NULL && (text[i + 1] == ' ' || text[i + 1] == '\0'))
      return i + 1;
  return strlen (text);
}

/* A number and its unit are not parted by a line's end: "639 ms". */
static char *
join_units (const char *text, gsize length)
{
  GString *joined = g_string_sized_new (length + 16);

  for (gsize i = 0; i < length; i++)
    {
      gboolean before_unit = text[i] == ' ' && i > 0 && g_ascii_isdigit (text[i - 1])
                             && (g_str_has_prefix (text + i + 1, "ms")
                                 || g_str_has_prefix (text + i + 1, "µs")
                                 || g_str_has_prefix (text + i + 1, "s ")
                                 || g_str_has_prefix (text + i + 1, "s.")
                                 || g_str_has_prefix (text + i + 1, "%"));

      if (before_unit)
        g_string_append (joined, "\302\240");
      else
        g_string_append_c (joined, text[i]);
    }
  return g_string_free (joined, FALSE);
}

static PangoLayout *
create_layout (IlvSentences *self, const char *text, gsize length, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autofree char *joined = join_units (text, length);

  pango_layout_set_text (layout, joined, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  return layout;
}

static gsize
find_seen (IlvSentences *self, int width)
{
  gsize length = find_end (self->text, 0);

  while (self->text[length] != '\0')
    {
      gsize longer = find_end (self->text, length + 1);
      g_autoptr (PangoLayout) layout = create_layout (self, self->text, longer, width);

      if (pango_layout_get_line_count (layout) > (int) self->n_lines)
        break;
      length = longer;
    }
  return length;
}

static void
ilv_sentences_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size G_GNUC_UNUSED,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  IlvSentences *self = ILV_SENTENCES (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "Mg");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? height * (int) self->n_lines : 1;
  *minimum_baseline = *natural_baseline = -1;
}

/* A first sentence that is too long is cut with an ellipsis at last. */
static void
ilv_sentences_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvSentences *self = ILV_SENTENCES (widget);
  int width = gtk_widget_get_width (widget);
  g_autoptr (PangoLayout) layout = create_layout (self, self->text, find_seen (self, width), width);
  GdkRGBA colour;
  int height;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -(int) self->n_lines);
  pango_layout_get_pixel_size (layout, NULL, &height);
  ilv_compat_get_widget_colour (widget, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (0, MAX ((gtk_widget_get_height (widget) - height) / 2, 0)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
ilv_sentences_finalize (GObject *object)
{
  g_free (ILV_SENTENCES (object)->text);

  G_OBJECT_CLASS (ilv_sentences_parent_class)->finalize (object);
}

static void
ilv_sentences_class_init (IlvSentencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ilv_sentences_finalize;
  widget_class->measure = ilv_sentences_measure;
  widget_class->snapshot = ilv_sentences_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sentences");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ilv_sentences_init (IlvSentences *self)
{
  self->text = g_strdup ("");
  self->n_lines = 1;
}

GtkWidget *
ilv_sentences_new (guint n_lines)
{
  IlvSentences *self;

  g_return_val_if_fail (n_lines > 0, NULL);

  self = g_object_new (ILV_TYPE_SENTENCES, NULL);
  self->n_lines = n_lines;
  return GTK_WIDGET (self);
}

const char *
ilv_sentences_get_text (IlvSentences *self)
{
  g_return_val_if_fail (ILV_IS_SENTENCES (self), NULL);

  return self->text;
}

void
ilv_sentences_set_text (IlvSentences *self, const char *text)
{
  g_return_if_fail (ILV_IS_SENTENCES (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
ilv_sentences_dup_seen (IlvSentences *self, int width)
{
  g_return_val_if_fail (ILV_IS_SENTENCES (self), NULL);

  return g_strndup (self->text, find_seen (self, width));
}
