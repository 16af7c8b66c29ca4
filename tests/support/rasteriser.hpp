// Draws ImGui's triangles into a picture without a display, as a graphics card
// would: for looking at screens and for golden pictures. Knows one-channel
// textures (the atlas) and nothing of what is drawn.
#pragma once

#include <imgui/imgui.h>
#include <stb/stb_image_write.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace guitai::test {

struct Picture {
    int width{0}, height{0};
    std::vector<std::uint8_t> rgba{};

    [[nodiscard]] std::array<int, 3> at(int x, int y) const
    {
        const std::size_t i{
            (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4U};
        return {rgba[i], rgba[i + 1], rgba[i + 2]};
    }
};

// How many pixels differ by more than `tolerance` of 255 in any channel; all of them if the sizes differ.
inline std::int64_t differing_pixels(const Picture& a, const Picture& b, int tolerance)
{
    if (a.width != b.width || a.height != b.height) return std::int64_t{a.width} * a.height;
    std::int64_t count{0};
    for (std::size_t i{0}; i < a.rgba.size(); i += 4) {
        for (std::size_t k{0}; k < 3; ++k) {
            if (std::abs(int{a.rgba[i + k]} - int{b.rgba[i + k]}) <= tolerance) continue;
            ++count;
            break;
        }
    }
    return count;
}

inline void write_png(const Picture& picture, const std::filesystem::path& file)
{
    std::filesystem::create_directories(file.parent_path());
    if (stbi_write_png(file.c_str(), picture.width, picture.height, 4, picture.rgba.data(), picture.width * 4) == 0) {
        throw std::runtime_error{"picture not written: " + file.string()};
    }
}

class Rasteriser {
public:
    explicit Rasteriser(const ImFontAtlas& atlas) : m_atlas{atlas} {}

    [[nodiscard]] Picture draw(const ImDrawData& data)
    {
        const ImVec2 scale{data.FramebufferScale};
        m_picture.width = static_cast<int>(std::lround(data.DisplaySize.x * scale.x));
        m_picture.height = static_cast<int>(std::lround(data.DisplaySize.y * scale.y));
        m_picture.rgba.assign(
            static_cast<std::size_t>(m_picture.width) * static_cast<std::size_t>(m_picture.height) * 4U, 255);
        for (int n{0}; n < data.CmdListsCount; ++n) {
            const ImDrawList& list{*data.CmdLists[n]};
            for (const ImDrawCmd& command : list.CmdBuffer) {
                m_clip = {command.ClipRect.x * scale.x, command.ClipRect.y * scale.y, command.ClipRect.z * scale.x,
                          command.ClipRect.w * scale.y};
                for (unsigned i{0}; i + 2 < command.ElemCount; i += 3) triangle(list, command, i, scale);
            }
        }
        return m_picture;
    }

private:
    struct Corner {
        float x{0.0F}, y{0.0F}, u{0.0F}, v{0.0F};
        std::array<float, 4> colour{};
    };

    static Corner corner_of(const ImDrawList& list, const ImDrawCmd& command, unsigned i, ImVec2 scale)
    {
        const int at{static_cast<int>(command.IdxOffset + i)};
        const ImDrawVert& vertex{
            list.VtxBuffer[static_cast<int>(command.VtxOffset) + static_cast<int>(list.IdxBuffer[at])]};
        Corner corner{vertex.pos.x * scale.x, vertex.pos.y * scale.y, vertex.uv.x, vertex.uv.y};
        for (unsigned k{0}; k < 4; ++k)
            corner.colour[k] = static_cast<float>((vertex.col >> (8U * k)) & 0xFFU) / 255.0F;
        return corner;
    }

    static float cross(const Corner& a, const Corner& b, float x, float y)
    {
        return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
    }
    // A pixel on a shared edge belongs to one of the two triangles only.
    static bool owns_edge(const Corner& a, const Corner& b) { return a.y == b.y ? b.x < a.x : b.y < a.y; }

    void triangle(const ImDrawList& list, const ImDrawCmd& command, unsigned first, ImVec2 scale)
    {
        Corner a{corner_of(list, command, first, scale)};
        Corner b{corner_of(list, command, first + 1, scale)};
        Corner c{corner_of(list, command, first + 2, scale)};
        float area{cross(a, b, c.x, c.y)};
        if (area == 0.0F) return;
        if (area < 0.0F) {
            std::swap(b, c);
            area = -area;
        }
        const int x0{
            std::max({static_cast<int>(std::floor(std::min({a.x, b.x, c.x}))), static_cast<int>(m_clip.x), 0})};
        const int y0{
            std::max({static_cast<int>(std::floor(std::min({a.y, b.y, c.y}))), static_cast<int>(m_clip.y), 0})};
        const int x1{std::min(
            {static_cast<int>(std::ceil(std::max({a.x, b.x, c.x}))), static_cast<int>(m_clip.z), m_picture.width})};
        const int y1{std::min(
            {static_cast<int>(std::ceil(std::max({a.y, b.y, c.y}))), static_cast<int>(m_clip.w), m_picture.height})};
        const bool one_tone{a.u == b.u && b.u == c.u && a.v == b.v && b.v == c.v};
        const float tone{one_tone ? sample(a.u, a.v) : 0.0F};
        for (int y{y0}; y < y1; ++y) {
            for (int x{x0}; x < x1; ++x) {
                const float px{static_cast<float>(x) + 0.5F};
                const float py{static_cast<float>(y) + 0.5F};
                const float wa{cross(b, c, px, py)};
                const float wb{cross(c, a, px, py)};
                const float wc{cross(a, b, px, py)};
                if (wa < 0.0F || wb < 0.0F || wc < 0.0F) continue;
                if ((wa == 0.0F && !owns_edge(b, c)) || (wb == 0.0F && !owns_edge(c, a)) ||
                    (wc == 0.0F && !owns_edge(a, b)))
                    continue;
                const std::array<float, 3> w{wa / area, wb / area, wc / area};
                const float alpha{
                    one_tone ? tone
                             : sample(a.u * w[0] + b.u * w[1] + c.u * w[2], a.v * w[0] + b.v * w[1] + c.v * w[2])};
                blend(x, y, a, b, c, w, alpha);
            }
        }
    }

    void blend(int x, int y, const Corner& a, const Corner& b, const Corner& c, const std::array<float, 3>& w,
               float tone)
    {
        const auto mix = [&](std::size_t k) { return a.colour[k] * w[0] + b.colour[k] * w[1] + c.colour[k] * w[2]; };
        const float alpha{mix(3) * tone};
        if (alpha <= 0.0F) return;
        std::uint8_t* const pixel{
            &m_picture.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(m_picture.width) +
                             static_cast<std::size_t>(x)) *
                            4U]};
        for (std::size_t k{0}; k < 3; ++k) {
            const float old{static_cast<float>(pixel[k]) / 255.0F};
            pixel[k] = static_cast<std::uint8_t>(std::lround((mix(k) * alpha + old * (1.0F - alpha)) * 255.0F));
        }
    }

    // Bilinear, as the graphics card reads it.
    [[nodiscard]] float sample(float u, float v) const
    {
        const float x{u * static_cast<float>(m_atlas.TexWidth) - 0.5F};
        const float y{v * static_cast<float>(m_atlas.TexHeight) - 0.5F};
        const int x0{static_cast<int>(std::floor(x))};
        const int y0{static_cast<int>(std::floor(y))};
        const float fx{x - static_cast<float>(x0)};
        const float fy{y - static_cast<float>(y0)};
        return (texel(x0, y0) * (1.0F - fx) + texel(x0 + 1, y0) * fx) * (1.0F - fy) +
               (texel(x0, y0 + 1) * (1.0F - fx) + texel(x0 + 1, y0 + 1) * fx) * fy;
    }
    [[nodiscard]] float texel(int x, int y) const
    {
        x = std::clamp(x, 0, m_atlas.TexWidth - 1);
        y = std::clamp(y, 0, m_atlas.TexHeight - 1);
        return static_cast<float>(m_atlas.TexPixelsAlpha8[y * m_atlas.TexWidth + x]) / 255.0F;
    }

    const ImFontAtlas& m_atlas;
    Picture m_picture;
    ImVec4 m_clip{};
};

} // namespace guitai::test
