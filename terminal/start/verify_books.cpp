#include "terminal/start/words_of_guitai.hpp"

#include "sync/journal/verify.hpp"
#include "terminal/store/verify_folder.hpp"

#include <fmt/format.h>

namespace guitai::start {

int verify_books(const Voice& voice, const std::filesystem::path& data)
{
    const auto verdict = verify_folder(data, [&](std::int64_t done, std::int64_t all) {
        voice.progress("start.verifying", done, all);
    });
    if (!verdict) return voice.refuse(verdict.error());
    fmt::print("{}\n", json_line(*verdict));
    return verdict->ok ? 0 : 1;
}

} // namespace guitai::start
