#include "tests/bench/empty_window.hpp"

#include "terminal/ui/glass.hpp"

#include <fmt/format.h>
#include <imgui/imgui.h>

#include <cstdio>
#include <stdexcept>

namespace guitai::bench {

int show_empty_window()
{
    try {
        ui::Glass glass{{.title = "empty"}};
        ImGui::CreateContext();
        glass.start_drawing();
        ImGui::GetIO().DisplaySize = glass.size_px();
        ImGui::NewFrame();
        ImGui::Render();
        glass.show(*ImGui::GetDrawData());
        fmt::print(stderr, "first picture\n");
        while (glass.open()) glass.sleep(-1);
        return 0;
    } catch (const std::runtime_error& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}

} // namespace guitai::bench
