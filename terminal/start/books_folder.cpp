#include "terminal/start/books_folder.hpp"

#include "terminal/store/training.hpp"

namespace guitai::start {

Result<std::filesystem::path> books_folder(const Voice& voice, const std::filesystem::path& data, bool training)
{
    if (!training) return data;
    const auto made = make_training(data, [&](std::int64_t done, std::int64_t all) {
        voice.progress("start.copying", done, all);
    });
    if (!made) return refuse(made.error());
    return training_path(data);
}

} // namespace guitai::start
