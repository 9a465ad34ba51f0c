/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-console-layout.h"

#include "ilv-slide-format.h"

/* In pixels. */
#define BESIDE_WIDTH 820
#define COMPACT_HEIGHT 600
#define COLUMN_GAP 24
#define ROW_GAP 12
#define MIN_SLIDE_HEIGHT 120
#define MIN_SIDE_WIDTH 280

/* Shares of the width or height. */
#define SIDE_LEAST 0.27
#define SIDE_MOST 0.42
#define BELOW_SIDE 0.42
#define BELOW_LEAST 0.30
#define BELOW_MOST 0.42

/* The children, in this order. */
typedef enum
{
  HEADING,
  SLIDE,
  TOOLS,
  STRIP,
  SIDE,
  NOTES,
  N_PARTS,
} Part;

struct _IlvConsoleLayout
{
  GtkLayoutManager parent_instance;

  int slide_width;
  gboolean compact;
  guint report_id;
};

G_DEFINE_FINAL_TYPE (IlvConsoleLayout, ilv_console_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
get_parts (GtkWidget *widget, GtkWidget *parts[N_PARTS])
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (guint i = 0; i < N_PARTS; i++)
    {
      parts[i] = child;
      child = child != NULL ? gtk_widget_get_next_sibling (child) : NULL;
    }
}

static int
get_height (GtkWidget *part, int width)
{
  int natural;

  gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_min_width (GtkWidget *part)
{
  int minimum;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_min_height (GtkWidget *part, int width)
{
  int minimum;

  gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_side_min_width (GtkWidget *parts[N_PARTS])
{
  return MAX (MAX (get_min_width (parts[SIDE]), get_min_width (parts[NOTES])), MIN_SIDE_WIDTH);
}

static gboolean
fits_beside (GtkWidget *parts[N_PARTS], int width)
{
  int main_width = MAX (get_min_width (parts[TOOLS]), get_min_width (parts[STRIP]));

  return width >= MAX (BESIDE_WIDTH, main_width + COLUMN_GAP + get_side_min_width (parts));
}

/* What is around the slide, above each other. */
static int
get_rows_height (GtkWidget *parts[N_PARTS], int width)
{
  return get_height (parts[HEADING], width) + get_height (parts[TOOLS], width)
         + get_height (parts[STRIP], width) + 2 * ROW_GAP;
}

/* The slide would like to be as high as there is room: how wide that leaves the column beside it. */
static int
get_side_width (IlvConsoleLayout *self, GtkWidget *parts[N_PARTS], int width, int height)
{
  int least = MAX ((int) (width * SIDE_LEAST), get_side_min_width (parts));
  int most = MAX ((int) (width * SIDE_MOST), least);
  int slide_height = height - get_rows_height (parts, width - COLUMN_GAP - least);
  int wanted = slide_height * self->slide_width / ILV_SLIDE_HEIGHT;

  return CLAMP (width - COLUMN_GAP - wanted, least, most);
}

static void
place (GtkWidget *widget, GtkWidget *part, int x, int y, int width, int height)
{
  GtkAllocation place = { x, y, width, height };

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    place.x = gtk_widget_get_width (widget) - x - width;
  gtk_widget_size_allocate (part, &place, -1);
}

/* Places the rows with the slide between them. @below: how much they leave free above the strip. */
static int
place_rows (IlvConsoleLayout *self, GtkWidget *widget, GtkWidget *parts[N_PARTS], int width, int height, int below)
{
  gboolean centred = below > 0;
  int heading = get_height (parts[HEADING], width), tools = get_height (parts[TOOLS], width);
  int strip = get_height (parts[STRIP], width);
  int rest = height - heading - tools - strip - 2 * ROW_GAP - below;
  int slide_height = MIN (width * ILV_SLIDE_HEIGHT / self->slide_width, MAX (rest, MIN_SLIDE_HEIGHT));
  int slide_width = slide_height * self->slide_width / ILV_SLIDE_HEIGHT;

  place (widget, parts[HEADING], 0, 0, width, heading);
  place (widget, parts[SLIDE], centred ? (width - slide_width) / 2 : 0, heading, slide_width,
         slide_height);
  place (widget, parts[TOOLS], 0, heading + slide_height + ROW_GAP, width, tools);
  place (widget, parts[STRIP], 0, height - strip, width, strip);
  return heading + slide_height + ROW_GAP + tools + ROW_GAP;
}

static void
place_beside (IlvConsoleLayout *self, GtkWidget *widget, GtkWidget *parts[N_PARTS], int width, int height)
{
  int side_width = get_side_width (self, parts, width, height);
  int x = width - side_width;
  int side = MIN (get_height (parts[SIDE], side_width),
                  height - ROW_GAP - get_min_height (parts[NOTES], side_width));

  side = MAX (side, get_min_height (parts[SIDE], side_width));
  place_rows (self, widget, parts, x - COLUMN_GAP, height, 0);
  place (widget, parts[SIDE], x, 0, side_width, side);
  place (widget, parts[NOTES], x, side + ROW_GAP, side_width, height - side - ROW_GAP);
}

static int
get_below_side_width (GtkWidget *parts[N_PARTS], int width)
{
  return MAX ((int) (width * BELOW_SIDE), get_min_width (parts[SIDE]));
}

static void
place_below (IlvConsoleLayout *self, GtkWidget *widget, GtkWidget *parts[N_PARTS], int width, int height)
{
  int side_width = get_below_side_width (parts, width);
  int notes_width = width - side_width - COLUMN_GAP;
  int wanted = CLAMP (get_height (parts[SIDE], side_width), (int) (height * BELOW_LEAST),
                      (int) (height * BELOW_MOST));
  int below = MAX (MAX (get_min_height (parts[SIDE], side_width),
                        get_min_height (parts[NOTES], notes_width)),
                   wanted);
  int strip = get_height (parts[STRIP], width);
  int y = place_rows (self, widget, parts, width, height, below + ROW_GAP);

  below = height - strip - ROW_GAP - y;
  place (widget, parts[SIDE], 0, y, side_width, below);
  place (widget, parts[NOTES], side_width + COLUMN_GAP, y, notes_width, below);
}

static gboolean
on_report_due (gpointer data)
{
  IlvConsoleLayout *self = data;

  self->report_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
  return G_SOURCE_REMOVE;
}

static void
set_compact (IlvConsoleLayout *self, gboolean compact)
{
  if (self->compact == compact)
    return;

  self->compact = compact;
  /* Whoever listens resizes widgets, which must wait until this allocation is over. */
  if (self->report_id == 0)
    self->report_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_report_due, self, NULL);
}

static GtkSizeRequestMode
ilv_console_layout_get_request_mode (GtkLayoutManager *manager G_GNUC_UNUSED,
                                     GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (GtkWidget *parts[N_PARTS], int width)
{
  int main_width, side_width, rows, side, notes;
  gboolean beside = fits_beside (parts, width);

  side_width = beside ? MAX ((int) (width * SIDE_LEAST), get_side_min_width (parts))
                      : get_below_side_width (parts, width);
  main_width = beside ? width - COLUMN_GAP - side_width : width;
  rows = get_rows_height (parts, main_width) + MIN_SLIDE_HEIGHT;
  side = get_min_height (parts[SIDE], side_width);
  notes = get_min_height (parts[NOTES], beside ? side_width : width - side_width - COLUMN_GAP);
  return beside ? MAX (rows, side + ROW_GAP + notes) : rows + ROW_GAP + MAX (side, notes);
}

static void
ilv_console_layout_measure (GtkLayoutManager *manager G_GNUC_UNUSED,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline G_GNUC_UNUSED,
                            int *natural_baseline G_GNUC_UNUSED)
{
  GtkWidget *parts[N_PARTS];
  int width;

  get_parts (widget, parts);
  g_return_if_fail (parts[N_PARTS - 1] != NULL);
  width = MAX (MAX (get_min_width (parts[TOOLS]), get_min_width (parts[STRIP])),
               get_min_width (parts[SIDE]) + COLUMN_GAP + get_min_width (parts[NOTES]));
  width = MAX (width, get_min_width (parts[HEADING]));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = width;
  else
    *minimum = *natural = measure_height (parts, MAX (for_size, width));
}

static void
ilv_console_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline G_GNUC_UNUSED)
{
  IlvConsoleLayout *self = ILV_CONSOLE_LAYOUT (manager);
  GtkWidget *parts[N_PARTS];

  get_parts (widget, parts);
  g_return_if_fail (parts[N_PARTS - 1] != NULL);
  if (fits_beside (parts, width))
    place_beside (self, widget, parts, width, height);
  else
    place_below (self, widget, parts, width, height);
  set_compact (self, width < BESIDE_WIDTH || height < COMPACT_HEIGHT);
}

static void
ilv_console_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, ILV_CONSOLE_LAYOUT (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_console_layout_finalize (GObject *object)
{
  g_clear_handle_id (&ILV_CONSOLE_LAYOUT (object)->report_id, g_source_remove);

  G_OBJECT_CLASS (ilv_console_layout_parent_class)->finalize (object);
}

static void
ilv_console_layout_class_init (IlvConsoleLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = ilv_console_layout_get_property;
  object_class->finalize = ilv_console_layout_finalize;
  layout_class->get_request_mode = ilv_console_layout_get_request_mode;
  layout_class->measure = ilv_console_layout_measure;
  layout_class->allocate = ilv_console_layout_allocate;
  properties[PROP_COMPACT] = g_param_spec_boolean (
    "compact", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_console_layout_init (IlvConsoleLayout *self)
{
  self->slide_width = ilv_slide_format_get_width (16, 9);
}

GtkLayoutManager *
ilv_console_layout_new (void)
{
  return g_object_new (ILV_TYPE_CONSOLE_LAYOUT, NULL);
}

void
ilv_console_layout_set_slide_width (IlvConsoleLayout *self, int slide_width)
{
  g_return_if_fail (ILV_IS_CONSOLE_LAYOUT (self));
  g_return_if_fail (slide_width > 0);

  if (self->slide_width == slide_width)
    return;
  self->slide_width = slide_width;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

gboolean
ilv_console_layout_is_compact (IlvConsoleLayout *self)
{
  g_return_val_if_fail (ILV_IS_CONSOLE_LAYOUT (self), FALSE);

  return self->compact;
}
