#include "terminal/ui/photo_files.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

bool is_address(std::string_view name)
{
    return name.find("://") != std::string_view::npos;
}

} // namespace

PhotoFiles::PhotoFiles(std::filesystem::path folder, TextureMaker textures, std::function<void()> woken,
                       PictureSource source)
    : m_folder{std::move(folder)}, m_textures{std::move(textures)}, m_woken{std::move(woken)},
      m_source{std::move(source)}, m_reader{[this](const std::stop_token& stop) { run(stop); }}
{
}

PhotoFiles::~PhotoFiles()
{
    m_reader.request_stop();
    m_reader.join();
    for (const auto& [name, held] : m_held) {
        if (held.ready) m_textures.drop(held.photo.texture);
    }
}

std::filesystem::path PhotoFiles::file_of(const std::string& name) const
{
    std::string path{name.substr(0, name.find('?'))};
    if (is_address(path)) path = std::filesystem::path{path}.filename();
    const std::filesystem::path file{std::filesystem::path{path}.lexically_normal()};
    // A catalogue comes from outside: it may not lead out of the folder.
    if (file.empty() || file.is_absolute() || *file.begin() == "..") return {};
    return m_folder / file;
}

// What the owner put into the folder goes before what was fetched.
std::optional<Pixels> PhotoFiles::read_file(const std::string& name) const
{
    const std::filesystem::path own{file_of(name)};
    std::optional<Pixels> pixels{own.empty() ? std::nullopt : read_picture(own, side_max_px)};
    if (!pixels && is_address(name) && m_source.file) pixels = read_picture(m_source.file(name), side_max_px);
    return pixels;
}

void PhotoFiles::look_for(const std::string& name)
{
    const std::lock_guard lock{m_mutex};
    m_asked.push_back(name);
    m_asked_for.notify_one();
}

const Photo* PhotoFiles::find(std::string_view name)
{
    const auto found = m_held.find(name);
    if (found == m_held.end()) {
        m_held.emplace(std::string{name}, Held{.photo = {}, .seen_in = m_frame, .looked_for_at_ms = m_now_ms});
        look_for(std::string{name});
        return nullptr;
    }
    Held& held{found->second};
    held.seen_in = m_frame;
    if (held.ready) return &held.photo;
    if (m_now_ms - held.looked_for_at_ms >= look_again_ms) {
        held.looked_for_at_ms = m_now_ms;
        look_for(found->first);
    }
    return nullptr;
}

void PhotoFiles::arrived(const std::string& address)
{
    if (const auto held = m_held.find(address); held != m_held.end() && !held->second.ready) look_for(address);
}

void PhotoFiles::take_read(std::int64_t now_ms)
{
    ++m_frame;
    m_now_ms = now_ms;
    std::deque<Read> read;
    {
        const std::lock_guard lock{m_mutex};
        read.swap(m_read);
    }
    for (const Read& one : read) {
        const auto held = m_held.find(one.name);
        if (held == m_held.end() || !one.pixels || held->second.ready) continue;
        held->second.photo = {m_textures.make(*one.pixels), static_cast<float>(one.pixels->width),
                              static_cast<float>(one.pixels->height)};
        held->second.ready = true;
    }
    while (m_held.size() > photos_max) drop_oldest();
}

void PhotoFiles::drop_oldest()
{
    const auto oldest = std::min_element(m_held.begin(), m_held.end(), [](const auto& a, const auto& b) {
        return a.second.seen_in < b.second.seen_in;
    });
    if (oldest->second.ready) m_textures.drop(oldest->second.photo.texture);
    m_held.erase(oldest);
}

void PhotoFiles::run(const std::stop_token& stop)
{
    while (true) {
        std::string name;
        {
            std::unique_lock lock{m_mutex};
            if (!m_asked_for.wait(lock, stop, [&] { return !m_asked.empty(); })) return;
            name = std::move(m_asked.front());
            m_asked.pop_front();
        }
        Read done{name, read_file(name)};
        const bool found{done.pixels.has_value()};
        if (!found && is_address(name) && m_source.want) m_source.want(name);
        {
            const std::lock_guard lock{m_mutex};
            m_read.push_back(std::move(done));
        }
        if (found && m_woken) m_woken();
    }
}

} // namespace guitai::ui
