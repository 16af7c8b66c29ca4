// A folder that is there whole or not at all.
#pragma once

#include "sync/events/result.hpp"

#include <filesystem>
#include <string>
#include <system_error>

namespace guitai {

// Made beside the folder and moved into place when it is whole.
class FolderInTheMaking {
public:
    explicit FolderInTheMaking(const std::filesystem::path& folder) : m_path{folder.string() + ".making"}
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored); // What an interrupted try left.
    }
    ~FolderInTheMaking()
    {
        std::error_code ignored;
        if (!m_moved) std::filesystem::remove_all(m_path, ignored);
    }
    FolderInTheMaking(const FolderInTheMaking&) = delete;
    FolderInTheMaking& operator=(const FolderInTheMaking&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    Result<void> move_to(const std::filesystem::path& folder)
    {
        std::error_code error;
        std::filesystem::rename(m_path, folder, error);
        if (error) return refuse("folder.not_writable", "can not make " + folder.string() + ": " + error.message());
        m_moved = true;
        return {};
    }

private:
    std::filesystem::path m_path;
    bool m_moved{false};
};

} // namespace guitai
