#include "terminal/ui/photo_files.hpp"

#include <algorithm>

namespace guitai::ui {

PhotoFiles::PhotoFiles(std::filesystem::path folder, TextureMaker textures, std::function<void()> woken)
    : m_folder{std::move(folder)}, m_textures{std::move(textures)}, m_woken{std::move(woken)},
      m_reader{[this](const std::stop_token& stop) { run(stop); }}
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
    if (path.find("://") != std::string::npos) path = std::filesystem::path{path}.filename();
    const std::filesystem::path file{std::filesystem::path{path}.lexically_normal()};
    // A catalogue comes from outside: it may not lead out of the folder.
    if (file.empty() || file.is_absolute() || *file.begin() == "..") return {};
    return m_folder / file;
}

const Photo* PhotoFiles::find(std::string_view name)
{
    const auto found = m_held.find(name);
    if (found != m_held.end()) {
        found->second.seen_in = m_frame;
        return found->second.ready ? &found->second.photo : nullptr;
    }
    m_held.emplace(std::string{name}, Held{.photo = {}, .seen_in = m_frame});
    const std::lock_guard lock{m_mutex};
    m_asked.emplace_back(name);
    m_asked_for.notify_one();
    return nullptr;
}

void PhotoFiles::take_read()
{
    ++m_frame;
    std::deque<Read> read;
    {
        const std::lock_guard lock{m_mutex};
        read.swap(m_read);
    }
    for (const Read& one : read) {
        const auto held = m_held.find(one.name);
        if (held == m_held.end() || !one.pixels) continue;
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
        const std::filesystem::path file{file_of(name)};
        Read read{name, file.empty() ? std::nullopt : read_picture(file, side_max_px)};
        const bool found{read.pixels.has_value()};
        {
            const std::lock_guard lock{m_mutex};
            m_read.push_back(std::move(read));
        }
        if (found && m_woken) m_woken();
    }
}

} // namespace guitai::ui
