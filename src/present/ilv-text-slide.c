/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-slide.h"

#include "ilv-text-block.h"

/* Of the room that text leaves, how much is above it: few words stand a little higher than the middle. */
#define ROOM_ABOVE 0.36

/* Lines of some 60 letters can be read well; of code no line is broken that need not be. */
#define LINE_LENGTH 62

/* What a box has beside its text, left and right, as present.css says. */
#define BOX_PADDING 80

struct _IlvTextSlide
{
  GtkWidget parent_instance;

  int text_size;
  GArray *kinds; /* IlvBlockKind of each block */
};

G_DEFINE_FINAL_TYPE (IlvTextSlide, ilv_text_slide, GTK_TYPE_WIDGET)

static int
measure_block (GtkWidget *block, int width)
{
  int minimum, natural;

  gtk_widget_measure (block, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (block, GTK_ORIENTATION_VERTICAL, MAX (minimum, width), NULL, &natural, NULL,
                      NULL);
  return natural;
}

/* How wide a line of text may be, in pixels: in the font that it is in. */
static int
get_line_width (IlvTextSlide *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = LINE_LENGTH * pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return width;
}

/* Text is as wide in a box as it is outside. */
static int
get_block_width (IlvBlockKind kind, int line_width, int width)
{
  if (kind == ILV_BLOCK_CODE)
    return width;
  return MIN (width, kind == ILV_BLOCK_SINCE ? line_width + BOX_PADDING : line_width);
}

typedef void (*PlaceFunc) (GtkWidget *block, int y, int width, int height, gpointer data);

/* Calls @place, if it is given, with where each block is. Returns the height of all. */
static int
lay_out (IlvTextSlide *self, int width, PlaceFunc place, gpointer data)
{
  GtkWidget *block = gtk_widget_get_first_child (GTK_WIDGET (self));
  int line_width = get_line_width (self);
  int y = 0;

  for (guint i = 0; block != NULL; i++, block = gtk_widget_get_next_sibling (block))
    {
      IlvBlockKind kind = g_array_index (self->kinds, IlvBlockKind, i);
      int block_width = get_block_width (kind, line_width, width);
      int height = measure_block (block, block_width);

      if (i > 0)
        y += ilv_text_block_get_gap (g_array_index (self->kinds, IlvBlockKind, i - 1), kind,
                                     self->text_size);
      if (place != NULL)
        place (block, y, block_width, height, data);
      y += height;
    }
  return y;
}

typedef struct
{
  int width;
  int top;
} Room;

static void
place_block (GtkWidget *block, int y, int width, int height, gpointer data)
{
  const Room *room = data;
  GtkTextDirection direction = gtk_widget_get_direction (block);
  GtkAllocation allocation = { 0, room->top + y, width, height };
  int minimum;

  gtk_widget_measure (block, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  allocation.width = MAX (width, minimum);
  if (direction == GTK_TEXT_DIR_RTL)
    allocation.x = room->width - allocation.width;
  gtk_widget_size_allocate (block, &allocation, -1);
}

static GtkSizeRequestMode
ilv_text_slide_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_text_slide_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  IlvTextSlide *self = ILV_TEXT_SLIDE (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0
                          ? 0
                          : lay_out (self, for_size, NULL, NULL);
  *minimum_baseline = *natural_baseline = -1;
}

static void
ilv_text_slide_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  IlvTextSlide *self = ILV_TEXT_SLIDE (widget);
  int room = height - lay_out (self, width, NULL, NULL);
  Room data = { width, MAX (0, (int) (room * ROOM_ABOVE)) };

  lay_out (self, width, place_block, &data);
}

static void
ilv_text_slide_dispose (GObject *object)
{
  GtkWidget *block;

  while ((block = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (block);

  G_OBJECT_CLASS (ilv_text_slide_parent_class)->dispose (object);
}

static void
ilv_text_slide_finalize (GObject *object)
{
  g_array_unref (ILV_TEXT_SLIDE (object)->kinds);

  G_OBJECT_CLASS (ilv_text_slide_parent_class)->finalize (object);
}

static void
ilv_text_slide_class_init (IlvTextSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_text_slide_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_text_slide_finalize;
  widget_class->get_request_mode = ilv_text_slide_get_request_mode;
  widget_class->measure = ilv_text_slide_measure;
  widget_class->size_allocate = ilv_text_slide_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "textslide");
}

static void
ilv_text_slide_init (IlvTextSlide *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (IlvBlockKind));
}

GtkWidget *
ilv_text_slide_new_empty (int text_size)
{
  IlvTextSlide *self = g_object_new (ILV_TYPE_TEXT_SLIDE, NULL);
  g_autofree char *css_class = g_strdup_printf ("text-%d", text_size);

  self->text_size = text_size;
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  return GTK_WIDGET (self);
}

GtkWidget *
ilv_text_slide_new (IlvSlide *slide)
{
  const IlvSlideParts *parts;
  GtkWidget *self;

  g_return_val_if_fail (ILV_IS_SLIDE (slide), NULL);
  parts = ilv_slide_get_parts (slide);
  g_return_val_if_fail (parts->blocks != NULL, NULL);

  self = ilv_text_slide_new_empty (parts->text_size);
  for (guint i = 0; i < parts->blocks->len; i++)
    ilv_text_slide_add_block (ILV_TEXT_SLIDE (self), parts->blocks->pdata[i]);
  return self;
}

GtkWidget *
ilv_text_slide_add_block (IlvTextSlide *self, IlvBlock *block)
{
  IlvBlockKind kind;
  GtkWidget *view;

  g_return_val_if_fail (ILV_IS_TEXT_SLIDE (self), NULL);
  g_return_val_if_fail (ILV_IS_BLOCK (block), NULL);

  kind = ilv_block_get_kind (block);
  view = ilv_text_block_new (block);
  g_array_append_val (self->kinds, kind);
  gtk_widget_set_parent (view, GTK_WIDGET (self));
  return view;
}
