/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-wrap-layout.h"

struct _IlvWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
};

/* The children from first on that stand on one line, and what they take. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* the first that stands on the next line */
  int width;
  int height;
  int n_expanding;
} Line;

G_DEFINE_FINAL_TYPE (IlvWrapLayout, ilv_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
get_width (GtkWidget *child, int available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return CLAMP (natural, minimum, MAX (minimum, available));
}

static int
get_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static Line
take_line (IlvWrapLayout *self, GtkWidget *first, int available)
{
  Line line = { .first = first };
  GtkWidget *child;

  for (child = first; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int width = get_width (child, available);
      int needed = line.width + (child != first ? self->spacing : 0) + width;

      if (child != first && needed > available)
        break;
      line.width = needed;
      line.height = MAX (line.height, get_height (child, width));
      line.n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }
  line.end = child;
  return line;
}

static void
measure_width (IlvWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  int n_children = 0;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural;
      n_children++;
    }
  *natural += MAX (n_children - 1, 0) * self->spacing;
}

static int
measure_height (IlvWrapLayout *self, GtkWidget *widget, int available)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int height = 0;

  while (child != NULL)
    {
      Line line = take_line (self, child, available);

      height += line.height + (line.end != NULL ? self->line_spacing : 0);
      child = line.end;
    }
  return height;
}

static void
ilv_wrap_layout_measure (GtkLayoutManager *layout,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  IlvWrapLayout *self = ILV_WRAP_LAYOUT (layout);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size);
}

static void
allocate_line (IlvWrapLayout *self, GtkWidget *widget, const Line *line, int available, int y)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int left_over = line->n_expanding > 0 ? MAX (available - line->width, 0) / line->n_expanding : 0;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int width = get_width (child, available);
      GtkAllocation allocation;

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        width += left_over;
      allocation = (GtkAllocation){ is_rtl ? available - x - width : x, y, width, line->height };
      gtk_widget_size_allocate (child, &allocation, -1);
      x += width + self->spacing;
    }
}

static void
ilv_wrap_layout_allocate (GtkLayoutManager *layout,
                          GtkWidget *widget,
                          int width,
                          int height G_GNUC_UNUSED,
                          int baseline G_GNUC_UNUSED)
{
  IlvWrapLayout *self = ILV_WRAP_LAYOUT (layout);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Line line = take_line (self, child, width);

      allocate_line (self, widget, &line, width, y);
      y += line.height + self->line_spacing;
      child = line.end;
    }
}

static GtkSizeRequestMode
ilv_wrap_layout_get_request_mode (GtkLayoutManager *layout G_GNUC_UNUSED,
                                  GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IlvWrapLayout *self = ILV_WRAP_LAYOUT (object);
  int *field = id == PROP_SPACING ? &self->spacing : &self->line_spacing;

  if (*field == g_value_get_int (value))
    return;
  *field = g_value_get_int (value);
  g_object_notify_by_pspec (object, pspec);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
ilv_wrap_layout_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec G_GNUC_UNUSED)
{
  IlvWrapLayout *self = ILV_WRAP_LAYOUT (object);

  g_value_set_int (value, id == PROP_SPACING ? self->spacing : self->line_spacing);
}

static void
ilv_wrap_layout_class_init (IlvWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->set_property = ilv_wrap_layout_set_property;
  object_class->get_property = ilv_wrap_layout_get_property;
  layout_class->measure = ilv_wrap_layout_measure;
  layout_class->allocate = ilv_wrap_layout_allocate;
  layout_class->get_request_mode = ilv_wrap_layout_get_request_mode;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_LINE_SPACING]
    = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_wrap_layout_init (IlvWrapLayout *self G_GNUC_UNUSED)
{
}

GtkLayoutManager *
ilv_wrap_layout_new (int spacing, int line_spacing)
{
  return g_object_new (ILV_TYPE_WRAP_LAYOUT, "spacing", spacing, "line-spacing", line_spacing,
                       NULL);
}
