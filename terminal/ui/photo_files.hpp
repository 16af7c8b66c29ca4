// Photographs from a folder: read on another thread, handed to the graphics card
// between frames, the longest unseen forgotten first. How a texture is made, and
// who may fetch what is not in the folder, is the caller's.
#pragma once

#include "terminal/ui/picture_file.hpp"
#include "terminal/ui/widgets/photo_shelf.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace guitai::ui {

struct TextureMaker {
    std::function<ImTextureID(const Pixels&)> make;
    std::function<void(ImTextureID)> drop;
};

// Where a picture that the catalogue names by address can come from. Empty functions: from nowhere.
struct PictureSource {
    std::function<std::filesystem::path(const std::string& address)> file; // It stands there once it was fetched.
    std::function<void(const std::string& address)> want;                  // Called on the reading thread.
};

class PhotoFiles final : public PhotoShelf {
public:
    static constexpr std::size_t photos_max{160};
    static constexpr int side_max_px{384};
    // What is not there is looked for again so often, as long as a screen asks for it.
    static constexpr std::int64_t look_again_ms{60'000};

    // `woken` is called on the reading thread when a photograph is ready.
    PhotoFiles(std::filesystem::path folder, TextureMaker textures, std::function<void()> woken = {},
               PictureSource source = {});
    ~PhotoFiles() override;

    // `name` is a path inside the folder, or an address whose last part is a file there.
    [[nodiscard]] const Photo* find(std::string_view name) override;
    // Between frames: makes textures of what was read, and drops what was not seen for long. `now_ms` is of a clock
    // that only runs forward.
    void take_read(std::int64_t now_ms);
    // The source has fetched it: read at once where it is still asked for.
    void arrived(const std::string& address);

private:
    struct Held {
        Photo photo;
        std::int64_t seen_in{0};        // The frame it was last asked for.
        std::int64_t looked_for_at_ms{0};
        bool ready{false};              // False: being read, or not there.
    };
    struct Read {
        std::string name;
        std::optional<Pixels> pixels;
    };
    void run(const std::stop_token& stop);
    void look_for(const std::string& name);
    void drop_oldest();
    [[nodiscard]] std::filesystem::path file_of(const std::string& name) const;
    [[nodiscard]] std::optional<Pixels> read_file(const std::string& name) const;

    std::filesystem::path m_folder;
    TextureMaker m_textures;
    std::function<void()> m_woken;
    PictureSource m_source;
    std::map<std::string, Held, std::less<>> m_held;
    std::int64_t m_frame{0};
    std::int64_t m_now_ms{0};
    std::mutex m_mutex; // Guards the two queues below.
    std::condition_variable_any m_asked_for;
    std::deque<std::string> m_asked;
    std::deque<Read> m_read;
    std::jthread m_reader; // Last: it uses what stands above.
};

} // namespace guitai::ui
