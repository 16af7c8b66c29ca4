// All screens over one view written by hand, with a finger and a keyboard and no
// till behind them.
#pragma once

#include "terminal/ui/app_screen.hpp"
#include "tests/support/headless_ui.hpp"

#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace guitai::test {

// `pushed` tells what was asked for.
class GlassOverView {
public:
    explicit GlassOverView(TillView shown) : view{std::move(shown)}
    {
        memory.pieces_seen = view.cart.pieces;
        m_screen.set_now_ms(view.now_ms);
    }
    void tap(std::string_view widget) { m_screen.tap(widget, m_draw); }
    void key(ui::Key pressed) { m_screen.key(pressed, m_draw); }
    void drag(std::string_view widget, ImVec2 by)
    {
        constexpr int steps{8};
        m_screen.drag(widget, by, steps, m_draw);
    }
    void type(std::string_view text)
    {
        m_screen.type(text, m_draw);
        m_screen.settle(m_draw);
    }
    [[nodiscard]] bool shows(std::string_view widget)
    {
        m_screen.settle(m_draw);
        return m_screen.shows(widget);
    }
    // The commands of this kind, in order.
    template <typename Kind> [[nodiscard]] std::vector<Kind> pushed() const
    {
        std::vector<Kind> found;
        for (const Command& command : commands.queued()) {
            if (const Kind* one{std::get_if<Kind>(&command)}; one != nullptr) found.push_back(*one);
        }
        return found;
    }

    TillView view;
    ui::AppScreens memory;
    Commands commands;

private:
    test::HeadlessUi m_screen;
    ui::Draw m_draw{[this](ui::Ui& ui) { ui::draw_app(view, memory, ui, commands); }};
};

} // namespace guitai::test
