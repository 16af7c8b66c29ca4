#include "terminal/ui/widgets/focus.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace guitai::ui {
namespace {

// How far `to` is in `direction` from `from`; sideways counts threefold, so that a row is kept.
float distance(const Rect& from, const Rect& to, Key direction)
{
    const float dx{to.mid_x() - from.mid_x()};
    const float dy{to.mid_y() - from.mid_y()};
    const bool level{direction == Key::left || direction == Key::right};
    const float ahead{direction == Key::left ? -dx : direction == Key::right ? dx : direction == Key::up ? -dy : dy};
    if (ahead < 4.0F) return std::numeric_limits<float>::max();
    return ahead + 3.0F * std::abs(level ? dy : dx);
}

} // namespace

void Focus::begin_frame(Keys& keys, bool finger_down)
{
    m_stops.swap(m_drawn);
    m_drawn.clear();
    m_home.swap(m_home_drawn);
    m_home_drawn.clear();
    m_passed.swap(m_passed_drawn);
    m_passed_drawn.clear();
    m_layer = 0;
    m_moved = false;
    // A finger, or whoever types, is not at the ring: the next Enter is the green button's.
    if (finger_down || !(keys.typed().empty() || keys.typed() == " ")) m_visible = false;
    forget_what_is_gone();
    if (keys.take(Key::tab)) step(1);
    if (keys.take(Key::back_tab)) step(-1);
    for (const Key arrow : {Key::up, Key::down, Key::left, Key::right}) {
        if (keys.take(arrow)) reach(arrow);
    }
    m_put = false;
}

// The page changed under the ring: Enter belongs to the new page's green button again.
void Focus::forget_what_is_gone()
{
    if (!m_put && find(m_id) == nullptr) m_visible = false;
}

const Focus::Stop* Focus::find(std::string_view id) const
{
    const auto found = std::find_if(m_stops.begin(), m_stops.end(), [&](const Stop& s) { return s.id == id; });
    return found == m_stops.end() ? nullptr : &*found;
}

const Rect* Focus::moved_to() const
{
    const Stop* const here{m_moved ? find(m_id) : nullptr};
    return here == nullptr ? nullptr : &here->box;
}

void Focus::stop(std::string_view id, const Rect& box, int layer)
{
    if (layer < m_layer) return;
    if (layer > m_layer) m_drawn.clear(); // A sheet keeps the ring to itself.
    m_layer = layer;
    m_drawn.push_back({std::string{id}, box});
}

void Focus::put(std::string_view id)
{
    m_id = id;
    m_visible = true;
    m_put = true;
    m_moved = true;
}

void Focus::step(int by)
{
    if (m_stops.empty()) return;
    const Stop* const here{find(m_id)};
    const int count{static_cast<int>(m_stops.size())};
    int next{by > 0 ? 0 : count - 1};
    // The first Tab after a tap shows the ring where it was, if that still exists.
    if (here != nullptr) next = (static_cast<int>(here - m_stops.data()) + (m_visible ? by : 0) + count) % count;
    put(m_stops[static_cast<std::size_t>(next)].id);
}

void Focus::land()
{
    const auto first = std::find_if(m_stops.begin(), m_stops.end(),
                                    [this](const Stop& stop) { return stop.id != m_passed; });
    if (first != m_stops.end()) return put(first->id);
    step(1);
}

void Focus::reach(Key direction)
{
    const Stop* const here{m_visible ? find(m_id) : find(m_home)};
    if (here == nullptr) return land();
    if (!m_visible) return put(here->id);
    const Stop* best{nullptr};
    float least{std::numeric_limits<float>::max()};
    for (const Stop& stop : m_stops) {
        const float far{distance(here->box, stop.box, direction)};
        if (far >= least) continue;
        least = far;
        best = &stop;
    }
    if (best != nullptr) put(best->id);
}

} // namespace guitai::ui
