#include "terminal/ui/widgets/motion.hpp"

#include <cmath>

namespace guitai::ui {

float Motion::glide(ImGuiID id, float target, float duration_s)
{
    float& value{m_values.try_emplace(id, target).first->second};
    if (value == target) return value;
    // Exponential: quick to answer the finger, gentle to arrive, whatever the frame rate.
    value += (target - value) * (1.0F - std::exp(-4.0F * m_elapsed_s / duration_s));
    if (std::abs(value - target) < 0.01F) value = target;
    m_moving = m_moving || value != target;
    return value;
}

} // namespace guitai::ui
