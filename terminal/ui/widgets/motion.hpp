// Values that glide. It tells the loop whether another frame is wanted; when
// nothing moves the loop sleeps and burns nothing.
#pragma once

#include <imgui/imgui.h>

#include <map>

namespace guitai::ui {

class Motion {
public:
    void begin(float elapsed_s)
    {
        m_elapsed_s = elapsed_s;
        m_moving = false;
    }
    // The value of `id` on its way to `target`, there after about `duration_s`. A new id starts at its target.
    float glide(ImGuiID id, float target, float duration_s);
    // Something else, a list that glides, wants another frame.
    void keep_moving() { m_moving = true; }
    [[nodiscard]] bool moving() const { return m_moving; }

private:
    std::map<ImGuiID, float> m_values;
    float m_elapsed_s{0.0F};
    bool m_moving{false};
};

} // namespace guitai::ui
