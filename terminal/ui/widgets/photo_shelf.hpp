// Photographs of goods, by the name the catalogue gives them. A screen asks and
// draws; who reads files and owns textures is behind this.
#pragma once

#include <imgui/imgui.h>

#include <string_view>

namespace guitai::ui {

struct Photo {
    ImTextureID texture{};
    float width{0.0F}, height{0.0F}; // In the picture's own px.
};

class PhotoShelf {
public:
    PhotoShelf() = default;
    virtual ~PhotoShelf() = default;
    PhotoShelf(const PhotoShelf&) = delete;
    PhotoShelf& operator=(const PhotoShelf&) = delete;

    // Null when there is none, or it is still being read; draw a garment then. Valid in this frame only.
    [[nodiscard]] virtual const Photo* find(std::string_view name) = 0;
};

} // namespace guitai::ui
